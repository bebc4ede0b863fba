import type { Role, Store, StoreInput } from "@vehicle-contracts/contract-model";
import { account, enterprise, newId, organization, type TenantTx } from "@vehicle-contracts/database";
import { sql } from "drizzle-orm";
import type { Actor } from "../actor.ts";
import { createStore } from "../stores/create.ts";
import { inviteUser } from "../users/invite.ts";

type Work = <T>(enterpriseId: string, work: (tx: TenantTx) => Promise<T>) => Promise<T>;
/** What of the database the builders need: a unit of work. */
export type Units = { read: Work; write: Work };
type Service<Input, Output> = (tx: TenantTx, actor: Actor, input: Input) => Promise<Output>;

/** A dealer group with two stores in two countries, and someone of each role and grant. */
export type DealerGroup = {
  enterpriseId: string;
  database: Units;
  /** Europe/Berlin, EUR, KM, VIN policy strict. */
  hamburg: Store;
  /** Europe/London, GBP, MI, VIN policy warn. */
  leeds: Store;
  administrator: Actor;
  /** Of all stores. */
  advisor: Actor;
  /** Of the store in Hamburg alone. */
  advisorOfHamburg: Actor;
  viewer: Actor;
  /** A program of all stores that may do what an administrator may, on behalf of the advisor. */
  program: Actor;
  /** One call of a service that writes, as the advisor unless said otherwise. */
  change<Input, Output>(service: Service<Input, Output>, input: Input, actor?: Actor): Promise<Output>;
  /** One call of a service that reads, as the advisor unless said otherwise. */
  ask<Input, Output>(service: Service<Input, Output>, input: Input, actor?: Actor): Promise<Output>;
};

/** A group of its own at every call, so that two of them are strangers to each other. */
export async function aDealerGroup(database: Units, name = "Nordwind Motors"): Promise<DealerGroup> {
  const enterpriseId = newId();
  const founder = actorOf(enterpriseId, { kind: "JOB", id: "founder", name: "Founder" });
  return database.write(enterpriseId, async (tx) => {
    const createdAt = sql`${tx.startedAt}::timestamptz`;
    await tx.insert(enterprise).values({ enterpriseId, name, createdAt: tx.startedAt });
    await tx.insert(organization).values({ id: enterpriseId, name, slug: enterpriseId, createdAt });
    const open = async (store: StoreInput) =>
      (await createStore(tx, founder, { idempotencyKey: store.name, store })).store;
    const hamburg = await open(aStoreInput({ name: "Hamburg" }));
    const leeds = await open(
      aStoreInput({
        name: "Leeds",
        timeZone: "Europe/London",
        country: "GB",
        currency: "GBP",
        distanceUnit: "MI",
        vinPolicy: "warn",
      }),
    );
    const user = (name: string, role: Role, storeIds: string[] | "all" = "all") =>
      aUserOf(tx, founder, name, role, storeIds);
    const advisor = await user("Ann Advisor", "advisor");
    return {
      enterpriseId,
      database,
      hamburg,
      leeds,
      administrator: await user("Adam Administrator", "administrator"),
      advisor,
      advisorOfHamburg: await user("Hanna Hamburg", "advisor", [hamburg.storeId]),
      viewer: await user("Vera Viewer", "viewer"),
      program: actorOf(enterpriseId, {
        kind: "API_CLIENT",
        id: newId(),
        name: "Workshop planner",
        onBehalfOf: { id: advisor.id, name: advisor.name },
      }),
      change: (service, input, actor = advisor) =>
        database.write(enterpriseId, (tx) => service(tx, actor, input)),
      ask: (service, input, actor = advisor) =>
        database.read(enterpriseId, (tx) => service(tx, actor, input)),
    };
  });
}

/** A store's fields: in Germany, in kilometres, unless said otherwise. */
export const aStoreInput = (facts: Partial<StoreInput> = {}): StoreInput => ({
  name: "Bremen",
  timeZone: "Europe/Berlin",
  country: "DE",
  currency: "EUR",
  distanceUnit: "KM",
  vinPolicy: "strict",
  system: "NATIVE",
  ...facts,
});

/** Another store of the group. */
export async function aStore(group: DealerGroup, facts: Partial<StoreInput> = {}): Promise<Store> {
  const input = { idempotencyKey: newId(), store: aStoreInput(facts) };
  return (await group.change(createStore, input, group.administrator)).store;
}

/** Another user of the group who has set a password, as an actor. */
export const aUser = (
  group: DealerGroup,
  name: string,
  role: Role,
  storeIds: string[] | "all" = "all",
): Promise<Actor> =>
  group.database.write(group.enterpriseId, (tx) => aUserOf(tx, group.administrator, name, role, storeIds));

async function aUserOf(
  tx: TenantTx,
  by: Actor,
  name: string,
  role: Role,
  storeIds: string[] | "all",
): Promise<Actor> {
  const email = `${name.toLowerCase().replace(/\W+/g, ".")}.${newId()}@example.com`;
  const grants = storeIds === "all" ? { allStores: true } : { storeIds };
  const { user } = await inviteUser(tx, by, { name, email, role, ...grants });
  const at = sql`${tx.startedAt}::timestamptz`;
  // Nobody signs in with it: it makes the user one who has set a password.
  await tx.insert(account).values({
    id: newId(),
    accountId: user.userId,
    providerId: "credential",
    userId: user.userId,
    password: "no password has this hash",
    createdAt: at,
    updatedAt: at,
  });
  return actorOf(by.enterpriseId, { id: user.userId, name, role, storeIds });
}

const actorOf = (enterpriseId: string, facts: Partial<Actor>): Actor => ({
  kind: "USER",
  id: newId(),
  name: "Somebody",
  enterpriseId,
  role: "administrator",
  storeIds: "all",
  scopes: "all",
  onBehalfOf: null,
  correlationId: `test-${newId()}`,
  ...facts,
});
