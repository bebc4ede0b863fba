import type {
  Deductible,
  Distance,
  DistanceTerm,
  DistanceUnit,
  HoursTerm,
  PlanPrice,
  PlanTerms,
  Price,
  SaleTerms,
  TransferPolicy,
} from "@vehicle-contracts/contract-model";
import { endOfTerm } from "../terms.ts";
import type { SaleFacts } from "./eligibility.ts";
import { inCurrency, inUnit, wholeUnitsUp } from "./of-store.ts";
import { startOfSale } from "./start-of-sale.ts";

type SoldPlan = PlanTerms & { code: string; version: number };
type TermFacts = SaleFacts & {
  /** The store's: of a plan's distances it takes those, where there are such. */
  unit: DistanceUnit;
};

/**
 * The terms that a sale of the plan copies into its contract. The odometer at the start is 0 for what runs from the first
 * registration, else the one asked or last read, in whole units of the limit, rounded up. `distance` is unknown where it is
 * limited and no odometer is known, `startDate` null where the seller has to say it. docs/rules.md, "Plans".
 */
export function termsOfSale(plan: SoldPlan, facts: TermFacts): SaleTerms {
  const { currency, vehicle } = facts;
  const limit = plan.distance.kind === "limited" ? inUnit(plan.distance.limits, facts.unit) : null;
  // All distances of a contract are in the unit of its limit.
  const unit = limit?.unit ?? facts.unit;
  const startDate = startOfSale(plan, facts);
  const endDate =
    startDate !== null && plan.termMonths !== null ? endOfTerm(startDate, plan.termMonths) : null;
  const fromNew = plan.startBasis === "FIRST_REGISTRATION";
  const shown = fromNew ? { value: 0, unit } : (facts.startOdometer ?? vehicle.odometer);
  const start = shown ? wholeUnitsUp(shown, unit) : null;
  const beyond = (lengths: readonly Distance[]): Distance | null => {
    const length = inUnit(lengths, unit);
    const from = length && start && wholeUnitsUp(start, length.unit);
    return length && from && { value: from.value + length.value, unit: length.unit };
  };
  return {
    type: plan.type,
    description: plan.name,
    providerId: plan.providerId,
    plan: { code: plan.code, version: plan.version },
    saleDate: facts.saleDate,
    startDate,
    endDate,
    termMonths: plan.termMonths,
    openEnded: plan.openEnded,
    waitingDays: plan.waitingDays,
    distance: distanceOf(limit, start),
    engineHours: hoursOf(plan, fromNew ? 0 : (vehicle.hours ?? null)),
    coverage: plan.coverage.map(({ endsAfterMonths, endsAfterDistances, maximumAmounts, ...line }) => {
      const own =
        startDate !== null && endsAfterMonths !== null ? endOfTerm(startDate, endsAfterMonths) : null;
      return {
        ...line,
        endDate: own !== null && (endDate === null || own < endDate) ? own : null,
        endOdometer: beyond(endsAfterDistances),
        maximumAmount: inCurrency(maximumAmounts, currency),
      };
    }),
    allowances: plan.allowances.map(({ dueAfterDistances, ...line }) => ({
      ...line,
      dueAfterDistance: inUnit(dueAfterDistances, unit),
    })),
    deductible: deductibleOf(plan, currency),
    price: priceOf(inCurrency(plan.prices, currency)),
    refundRuleSet: plan.refundRuleSet,
    transferPolicy: transferOf(plan, currency),
  };
}

function distanceOf(limit: Distance | null, startOdometer: Distance | null): DistanceTerm {
  if (limit === null) return { kind: "unlimited" };
  if (startOdometer === null) return { kind: "unknown" };
  const endOdometer = { value: startOdometer.value + limit.value, unit: limit.unit };
  return { kind: "limited", limit, startOdometer, endOdometer };
}

function hoursOf({ engineHours }: PlanTerms, startHours: number | null): HoursTerm {
  if (engineHours.kind === "unlimited") return { kind: "unlimited" };
  if (startHours === null) return { kind: "unknown" };
  const { limit } = engineHours;
  return { kind: "limited", limit, startHours, endHours: startHours + limit };
}

function deductibleOf({ deductible }: PlanTerms, currency: string): Deductible {
  if (deductible.kind === "NONE") return { kind: "NONE" };
  const amount = inCurrency(deductible.amounts, currency);
  if (!amount) return { kind: "NONE" };
  return { kind: deductible.kind, amount, waivedAtSellingStore: deductible.waivedAtSellingStore };
}

function transferOf({ transferPolicy }: PlanTerms, currency: string): TransferPolicy {
  if (transferPolicy.kind !== "ON_REQUEST") return { kind: transferPolicy.kind };
  const { kind, windowDays, fees } = transferPolicy;
  return { kind, windowDays, fee: inCurrency(fees, currency) };
}

/** What the plan's price is in a contract: without its bounds. */
function priceOf(price: PlanPrice | null): Price | null {
  if (!price) return null;
  const { lowestGrossMinor: _lowest, highestGrossMinor: _highest, ...kept } = price;
  return kept;
}
