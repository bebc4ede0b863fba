import type { ContractInput, ContractStatus, RevisionActor } from "@vehicle-contracts/contract-model";
import { effectiveStatus, endOfTerm } from "@vehicle-contracts/contract-rules";
import { addDays, daysBetween } from "@vehicle-contracts/contract-rules/temporal";
import type { RegisterChange, RegisterContract, RegisterStep } from "@vehicle-contracts/services/bulk";
import { atTheDesk, earlier, instantOn, later, minutesAfter, monthsBefore } from "../calendar.ts";
import type { People } from "../group/parties.ts";
import type { DemoVehicle } from "../group/vehicles.ts";
import {
  advisorOf,
  clientActor,
  type DemoUser,
  jobActor,
  userActor,
  type World,
  yesterdayOf,
} from "../group/world.ts";
import { type Product, termsOf } from "./catalogue.ts";
import { endedEarly } from "./early-end.ts";
import { laterEdits } from "./edits.ts";
import type { Providers } from "./providers.ts";
import { expiryOf, latestOf, limitsOf } from "./run-out.ts";

export type Shop = { world: World; people: People; providers: Providers; dealer: string };

export type Sale = {
  product: Product;
  start: string;
  months: number;
  /** What it follows; the predecessor is told of its successor. */
  predecessor?: Sold;
  /** Where it should go; left to chance otherwise. */
  fate?: Fate;
  number?: string;
};

/** `run`: as dates and readings lead it. */
type Fate = "run" | "suspended" | "void" | "cancelled" | "awaited";

export type Sold = {
  contract: RegisterContract;
  start: string;
  /** Null for an open-ended one. */
  end: string | null;
  /** What its dates and readings make of it. */
  state: ContractStatus;
  /** Where chance was to lead it. */
  fate: Fate;
  seller: DemoUser;
};

const systemNames = {
  AUTOLINE_DRIVE: "Autoline Drive",
  AUTOLINE_REV8: "Autoline Rev8",
  EVA: "EVA",
} as const;

/** A contract that was sold or taken over, told from its first day to yesterday. */
export function sell(shop: Shop, vehicle: DemoVehicle, sale: Sale): Sold {
  const { world } = shop;
  const { chance } = world;
  const { start, predecessor } = sale;
  const agreement = agreed(shop, vehicle, sale);
  const { end, seller, number, input, state, draftFirst, madeOn, madeAt, overOn } = agreement;
  const steps: RegisterStep[] = [];
  const correlation = () => chance.id(madeAt);
  const step: Write = (at, actor, change) =>
    steps.push({ at, actor, correlationId: correlation(), ...change });

  const madeState: ContractStatus = draftFirst
    ? "DRAFT"
    : overOn !== null && overOn <= madeOn
      ? "EXPIRED"
      : "ACTIVE";
  const fate = sale.fate ?? (madeState === "EXPIRED" ? "run" : fateOf(world, state, start));
  const made: RegisterContract["made"] = {
    at: madeAt,
    actor: makerOf(world, vehicle, agreement),
    correlationId: correlation(),
    contract: draftFirst ? { ...input, contractNumber: null } : input,
    status: madeState,
    predecessorId: predecessor?.contract.contractId ?? null,
  };
  const contract: RegisterContract = { contractId: chance.id(madeAt), made, steps };
  const last = draftFirst ? sold(world, { seller, number, fate, from: madeAt }, step) : madeAt;
  predecessor?.contract.steps.push({
    at: last,
    actor: userActor(seller),
    correlationId: correlation(),
    action: "contract.renewed",
    successorId: contract.contractId,
  });
  live(shop, vehicle, { ...agreement, start, fate, madeState, last, steps, step, correlation });
  return { contract, start, end, state, fate, seller };
}

/** What is sold, when and by whom, and what becomes of it by its dates and readings. */
function agreed(shop: Shop, vehicle: DemoVehicle, sale: Sale) {
  const { world, providers } = shop;
  const { chance, today } = world;
  const { store } = vehicle;
  const { product, start, months, predecessor } = sale;
  const end = months === 0 ? null : endOfTerm(start, months);
  const seller = advisorOf(world, store);
  const fed = product.provider === "MAKER" && product.type !== "GOODWILL";
  const takenOver = !fed && start < monthsBefore(today, 30) && chance.in100(60);
  const series =
    product.number.length > 1
      ? product.number
      : `${vehicle.model.make.slice(0, 3).toUpperCase()}-${product.number}`;
  const number = sale.number ?? providers.nextNumber(series, start);
  const soldOn = fed
    ? start
    : earlier(addDays(start, -chance.int(0, predecessor ? 25 : 9)), addDays(yesterdayOf(world), -1));
  const input = inputOf(shop, vehicle, sale, { seller, soldOn, number, fed, takenOver });

  const limits = limitsOf(input, end);
  const latest = latestOf(vehicle);
  const state = effectiveStatus({ ...limits, startDate: start, status: "ACTIVE" }, { ...latest, today });
  const madeOn = takenOver ? later(start, monthsBefore(today, 30)) : soldOn;
  const atDesk = atTheDesk(chance, earlier(madeOn, yesterdayOf(world)), store.timeZone);
  const madeAt = predecessor ? later(atDesk, afterwards(world, predecessor.contract.made.at, 1, 9)) : atDesk;
  const overOn = expiryOf(vehicle, limits, start);
  const draftFirst = !fed && !takenOver;
  return { end, seller, fed, takenOver, draftFirst, number, input, limits, state, madeOn, madeAt, overOn };
}

const makerOf = (
  world: World,
  { store }: DemoVehicle,
  { fed, takenOver, seller }: { fed: boolean; takenOver: boolean; seller: DemoUser },
): RevisionActor =>
  fed
    ? clientActor(world, "manufacturer-feed")
    : takenOver
      ? jobActor("takeover", `Takeover from ${systemNames[store.takenOverFrom]}`)
      : userActor(seller);

type Life = ReturnType<typeof agreed> & {
  start: string;
  fate: Fate;
  madeState: ContractStatus;
  /** The moment at which it was sold. */
  last: string;
  steps: RegisterStep[];
  step: Write;
  correlation: () => string;
};

/** From the day it was sold on: it begins, is worked with, and ends by time, by use, or early. */
function live(shop: Shop, vehicle: DemoVehicle, life: Life): void {
  const { world } = shop;
  const { start, fate, state, madeState, draftFirst, input, limits, overOn, seller, steps, step } = life;
  const begun = start < world.today && state !== "PENDING" && fate !== "awaited";
  // What was sold on its first day or later is activated by the clock's next look.
  const settled =
    draftFirst && begun ? later(night(vehicle, start, "05"), minutesAfter(life.last, 3)) : life.last;
  if (draftFirst && begun) step(settled, clock, { action: "contract.activated", status: "ACTIVE" });
  const settledSteps = steps.length;
  const until = earlier(overOn ?? yesterdayOf(world), yesterdayOf(world));
  const last = laterEdits(shop, vehicle, { seller, input, from: settled, until }, step);
  const expires = madeState !== "EXPIRED" && begun && overOn !== null && overOn <= yesterdayOf(world);
  if (fate === "suspended" || fate === "void" || fate === "cancelled") {
    const course = {
      fate,
      start,
      until,
      limits,
      input,
      seller,
      settled,
      last,
      correlation: life.correlation,
    };
    const { steps: ending, cancelledAt } = endedEarly(world, vehicle, course);
    // Nothing is changed any more once it is cancelled.
    if (cancelledAt) steps.push(...steps.splice(settledSteps).filter(({ at }) => at < cancelledAt));
    if (ending.length === 0 && expires) ending.push(expiredOn(world, vehicle, overOn, last));
    steps.push(...ending);
  } else if (expires)
    step(later(night(vehicle, overOn, "10"), afterwards(world, last, 1, 5)), clock, {
      action: "contract.expired",
      status: "EXPIRED",
    });
}

const clock = jobActor("contract-clock", "Clock");
const night = ({ store }: DemoVehicle, date: string, minute: string) =>
  instantOn(date, `00:${minute}:00.000`, store.timeZone);

/** The clock's step in the night of that day, of a contract that was to be cancelled and could not. */
const expiredOn = (
  { workshopChance }: World,
  vehicle: DemoVehicle,
  date: string,
  last: string,
): RegisterStep => {
  const at = later(night(vehicle, date, "10"), minutesAfter(last, 1));
  const correlationId = workshopChance.id(at);
  return { at, actor: clock, correlationId, action: "contract.expired", status: "EXPIRED" };
};

type Write = (
  at: string,
  actor: RevisionActor,
  change: Omit<RegisterChange, "at" | "actor" | "correlationId">,
) => unknown;

/** A draft is sold, and confirmed by its provider unless that is awaited. Answers the moment of the last of it. */
function sold(
  world: World,
  { seller, number, fate, from }: { seller: DemoUser; number: string; fate: Fate; from: string },
  step: Write,
): string {
  const { chance } = world;
  const submittedAt = afterwards(world, from, 2, 50);
  step(submittedAt, userActor(seller), { action: "contract.submitted", status: "PENDING" });
  if (fate === "awaited") return submittedAt;
  const confirmedAt = afterwards(world, submittedAt, 5, 200);
  const actor = chance.in100(40) ? clientActor(world, "workshop-service", seller) : userActor(seller);
  step(confirmedAt, actor, {
    action: "contract.updated",
    changes: { contractNumber: number, awaitingProvider: false },
  });
  return confirmedAt;
}

function inputOf(
  { world, people, providers, dealer }: Shop,
  vehicle: DemoVehicle,
  { product, start, months, fate }: Sale,
  sold: { seller: DemoUser; soldOn: string; number: string; fed: boolean; takenOver: boolean },
): Omit<ContractInput, "status"> {
  const { chance } = world;
  const { store, holder } = vehicle;
  const provider =
    product.provider === "MAKER"
      ? vehicle.model.make
      : product.provider === "DEALER"
        ? dealer
        : product.provider;
  const external = sold.takenOver ? store.takenOverFrom : null;
  return {
    storeId: store.storeId,
    vehicleId: vehicle.register.vehicleId,
    type: product.type,
    contractNumber: sold.number,
    description: months > 0 && !sold.fed ? `${product.description} ${months}` : product.description,
    providerId: providers.idOf(provider),
    parties: [
      { role: "HOLDER", partyId: holder.partyId },
      ...(sold.fed ? [] : [{ role: "PAYER" as const, partyId: holder.partyId }]),
      ...(!sold.fed && chance.in100(12)
        ? [{ role: "LIENHOLDER" as const, partyId: people.lienholder(store).partyId }]
        : []),
      ...(!sold.fed && chance.in100(70)
        ? [{ role: "SELLER" as const, partyId: people.seller(store, sold.seller.name).partyId }]
        : []),
    ],
    saleDate: sold.soldOn,
    startDate: start,
    ...(months === 0 ? { openEnded: true } : { termMonths: months }),
    awaitingProvider: !sold.fed && !sold.takenOver && (fate === "awaited" || product.provider !== "DEALER"),
    ...termsOf(product, vehicle, start, months),
    origin: external
      ? {
          sourceSystem: external,
          externalReferences: [{ system: external, id: `${store.name.slice(0, 1)}${sold.number}` }],
        }
      : sold.fed
        ? {
            sourceSystem: "OTHER",
            externalReferences: [
              { system: "manufacturer-feed", id: `${vehicle.register.vehicle.vin}-${product.number}` },
            ],
          }
        : { sourceSystem: "NATIVE" },
  };
}

function fateOf({ chance, today }: World, state: ContractStatus, start: string): Fate {
  if (state === "ACTIVE") {
    const lot = chance.int(1, 1_000);
    if (lot <= 24) return "suspended";
    if (lot <= 46) return "void";
    if (lot <= 74) return "cancelled";
    return daysBetween(start, today) < 30 && lot <= 250 ? "awaited" : "run";
  }
  if (state === "PENDING") return chance.in100(20) ? "awaited" : "run";
  return chance.in100(4) ? "cancelled" : "run";
}

/** Some minutes after a moment. */
const afterwards = ({ chance }: World, moment: string, least: number, most: number): string =>
  minutesAfter(moment, chance.int(least, most));
