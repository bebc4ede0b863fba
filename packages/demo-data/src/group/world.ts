import type { DistanceUnit, RevisionActor, Role, StoreInput } from "@vehicle-contracts/contract-model";
import { addDays } from "@vehicle-contracts/contract-rules/temporal";
import { instantOn, monthsBefore } from "../calendar.ts";
import { type Chance, chanceOf } from "../chance.ts";
import type { Country } from "./names.ts";
import { type Colleague, emailOf } from "./staff.ts";

/** What a group is made from. */
export type GroupPlan = {
  name: string;
  seed: number;
  stores: readonly [StorePlan, ...StorePlan[]];
  staff: readonly Colleague[];
  /** Its programs, the first of them the one that demo.json hands out. */
  clients: readonly [string, ...string[]];
  /** Contracts that a vehicle has, in percent of a busy group's. */
  busyPercent: number;
};

export type StorePlan = StoreInput & {
  country: Country;
  distanceUnit: DistanceUnit;
  /** How many vehicles it looks after. */
  vehicles: number;
  taxRate: string;
  plates: "west" | "north" | "köln";
  /** From what its older contracts were taken over. */
  takenOverFrom: "AUTOLINE_REV8" | "AUTOLINE_DRIVE" | "EVA";
};

export type DemoStore = StorePlan & { storeId: string; createdAt: string };
export type DemoUser = Colleague & {
  userId: string;
  email: string;
  role: Role;
  /** Ids of the stores granted. */
  storeIds: string[];
};

/** A group on a day, before it has a vehicle. */
export type World = {
  chance: Chance;
  /** What the workshops did and what was cancelled falls by itself: the rest is what it would be without. */
  workshopChance: Chance;
  /** The day of the demonstration; nothing in it happens later than the day before. */
  today: string;
  enterpriseId: string;
  stores: [DemoStore, ...DemoStore[]];
  staff: DemoUser[];
  clients: { clientId: string; name: string }[];
  busyPercent: number;
};

export function worldOf(plan: GroupPlan, today: string): World {
  const chance = chanceOf(plan.seed);
  const founded = instantOn(monthsBefore(today, 150), "09:00:00.000", plan.stores[0].timeZone);
  const enterpriseId = chance.id(founded);
  const [first, ...others] = plan.stores;
  const opened = (store: StorePlan): DemoStore => ({
    ...store,
    storeId: chance.id(founded),
    createdAt: founded,
  });
  const stores: World["stores"] = [opened(first), ...others.map(opened)];
  return {
    chance,
    workshopChance: chanceOf(plan.seed + 1),
    today,
    enterpriseId,
    stores,
    staff: plan.staff.map((colleague) => ({
      ...colleague,
      userId: chance.id(founded),
      email: emailOf(colleague.name),
      storeIds: stores
        .filter(({ name }) => colleague.stores === undefined || colleague.stores.includes(name))
        .map(({ storeId }) => storeId),
    })),
    clients: plan.clients.map((name) => ({ clientId: chance.id(founded), name })),
    busyPercent: plan.busyPercent,
  };
}

export const yesterdayOf = ({ today }: World): string => addDays(today, -1);

export const userActor = ({ userId, name }: DemoUser): RevisionActor => ({
  kind: "USER",
  id: userId,
  name,
  onBehalfOf: null,
});

/** One of the group's programs; by itself, or for a user. */
export function clientActor(world: World, name: string, onBehalfOf: DemoUser | null = null): RevisionActor {
  const client = world.clients.find((each) => each.name === name);
  if (!client) throw new Error(`The group has no client of the name ${name}.`);
  return {
    kind: "API_CLIENT",
    id: client.clientId,
    name,
    onBehalfOf: onBehalfOf && { id: onBehalfOf.userId, name: onBehalfOf.name },
  };
}

export const jobActor = (id: string, name: string): RevisionActor => ({
  kind: "JOB",
  id,
  name,
  onBehalfOf: null,
});

/** Someone who sells in the store. */
export function advisorOf(world: World, store: DemoStore): DemoUser {
  const [first, ...others] = world.staff.filter(
    (user) => user.role === "advisor" && user.state === undefined && user.storeIds.includes(store.storeId),
  );
  if (!first) throw new Error(`Nobody sells in ${store.name}.`);
  return world.chance.pick([first, ...others]);
}
