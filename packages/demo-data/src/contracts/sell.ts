import type { ContractInput, ContractStatus, RevisionActor } from "@vehicle-contracts/contract-model";
import { effectiveStatus, endOfTerm } from "@vehicle-contracts/contract-rules";
import { addDays, daysBetween, instantText, Temporal } from "@vehicle-contracts/contract-rules/temporal";
import type { RegisterContract, RegisterStep } from "@vehicle-contracts/services/bulk";
import { atTheDesk, dayBetween, earlier, instantOn, later, minutesAfter, monthsBefore } from "../calendar.ts";
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

  const whole = limitsOf(input, end);
  const latest = latestOf(vehicle);
  const state = effectiveStatus({ ...whole, startDate: start, status: "ACTIVE" }, { ...latest, today });
  const madeOn = takenOver ? later(start, monthsBefore(today, 30)) : soldOn;
  const atDesk = atTheDesk(chance, earlier(madeOn, yesterdayOf(world)), store.timeZone);
  const madeAt = predecessor ? later(atDesk, afterwards(world, predecessor.contract.made.at, 1, 9)) : atDesk;
  const steps: RegisterStep[] = [];
  const correlation = () => chance.id(madeAt);
  const step = (
    at: string,
    actor: RevisionActor,
    change: Omit<RegisterStep, "at" | "actor" | "correlationId">,
  ) => steps.push({ at, actor, correlationId: correlation(), ...change });

  const draftFirst = !fed && !takenOver;
  const overOn = expiryOf(vehicle, whole, start);
  const madeState: ContractStatus = draftFirst
    ? "DRAFT"
    : overOn !== null && overOn <= madeOn
      ? "EXPIRED"
      : "ACTIVE";
  const fate = sale.fate ?? (madeState === "EXPIRED" ? "run" : fateOf(world, state, start));
  const made: RegisterContract["made"] = {
    at: madeAt,
    actor: fed
      ? clientActor(world, "manufacturer-feed")
      : takenOver
        ? jobActor("takeover", `Takeover from ${systemNames[store.takenOverFrom]}`)
        : userActor(seller),
    correlationId: correlation(),
    contract: draftFirst ? { ...input, contractNumber: null } : input,
    status: madeState,
    predecessorId: predecessor?.contract.contractId ?? null,
  };
  const contract: RegisterContract = { contractId: chance.id(madeAt), made, steps };
  let last = madeAt;
  if (draftFirst) {
    const submittedAt = afterwards(world, last, 2, 50);
    step(submittedAt, userActor(seller), { action: "contract.submitted", status: "PENDING" });
    last = submittedAt;
    if (fate !== "awaited") {
      const confirmedAt = afterwards(world, last, 5, 200);
      const actor = chance.in100(40) ? clientActor(world, "workshop-service", seller) : userActor(seller);
      step(confirmedAt, actor, {
        action: "contract.updated",
        changes: { contractNumber: number, awaitingProvider: false },
      });
      last = confirmedAt;
    }
  }
  if (predecessor) {
    const { contract: before } = predecessor;
    before.steps.push({
      at: last,
      actor: userActor(seller),
      correlationId: correlation(),
      action: "contract.renewed",
      successorId: contract.contractId,
    });
  }

  const clock = jobActor("contract-clock", "Clock");
  const night = (date: string, minute: string) => instantOn(date, `00:${minute}:00.000`, store.timeZone);
  const begun = start < today && state !== "PENDING" && fate !== "awaited";
  if (draftFirst && begun) {
    // What was sold on its first day or later is activated by the clock's next look.
    last = later(night(start, "05"), minutesAfter(last, 3));
    step(last, clock, { action: "contract.activated", status: "ACTIVE" });
  }
  const untilOver = earlier(overOn ?? yesterdayOf(world), yesterdayOf(world));
  last = laterEdits(shop, vehicle, { seller, input, from: last, until: untilOver }, step);

  if (fate === "suspended" || fate === "void" || fate === "cancelled") {
    const day = dayBetween(chance, later(start, addDays(untilOver, -120)), addDays(untilOver, -1));
    const at = later(
      afterwards(world, last, 10, 90),
      atTheDesk(chance, earlier(day, yesterdayOf(world)), store.timeZone),
    );
    const [action, status] = moves[fate];
    step(at, userActor(fate === "suspended" ? seller : administratorOf(world)), {
      action,
      status,
      reason: chance.pick(reasons[fate]),
    });
  } else if (madeState !== "EXPIRED" && begun && overOn !== null && overOn <= yesterdayOf(world))
    step(later(night(overOn, "10"), afterwards(world, last, 1, 5)), clock, {
      action: "contract.expired",
      status: "EXPIRED",
    });
  return { contract, start, end, state, fate, seller };
}

const moves = {
  suspended: ["contract.suspended", "SUSPENDED"],
  void: ["contract.voided", "VOID"],
  cancelled: ["contract.cancelled", "CANCELLED"],
} as const;

const reasons: Record<"suspended" | "void" | "cancelled", readonly [string, ...string[]]> = {
  suspended: [
    "Payments have stopped for two months",
    "The vehicle is off the road after an accident",
    "Asked for by the lender",
  ],
  void: ["Sold on the wrong vehicle", "The buyer withdrew before delivery", "Entered twice"],
  cancelled: ["The vehicle was sold", "Total loss", "The customer changed to a plan of another length"],
};

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
const afterwards = (world: World, moment: string, least: number, most: number): string =>
  instantText(Temporal.Instant.from(moment).add({ minutes: world.chance.int(least, most) }));

function administratorOf({ staff }: World): DemoUser {
  const found = staff.find(({ role }) => role === "administrator");
  if (!found) throw new Error("The group has no administrator.");
  return found;
}
