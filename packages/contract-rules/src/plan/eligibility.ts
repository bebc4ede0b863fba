import type { Distance, PlanReason, PlanTerms } from "@vehicle-contracts/contract-model";
import { compareDistances } from "../distance.ts";
import { Temporal } from "../temporal.ts";
import { endOfTerm, monthsAfter } from "../terms.ts";
import { sayCount, sayDate, sayDistance } from "../wording.ts";
import { planCurrencies } from "./plan-currencies.ts";
import { choosesStart, type ManufacturerWarranty, startOfSale } from "./start-of-sale.ts";

/** The vehicle on the day of the sale. */
export type VehicleOfSale = {
  make?: string | null | undefined;
  fuel?: string | null | undefined;
  /** `YYYY-MM-DD`. */
  firstRegistrationDate?: string | null | undefined;
  /** The last reading. */
  odometer?: Distance | null | undefined;
  hours?: number | null | undefined;
};

export type SaleFacts = {
  /** `YYYY-MM-DD`. */
  saleDate: string;
  /** The start that was asked for, where it is asked. */
  startDate?: string | null | undefined;
  /** What the odometer is said to show at the start, where it is. */
  startOdometer?: Distance | null | undefined;
  currency: string;
  vehicle: VehicleOfSale;
  warranty: ManufacturerWarranty | null;
};

const plain = (text: string) => text.trim().toLowerCase();

/** Whole months from the first registration to a day. */
const ageInMonths = (first: string, day: string): number =>
  Temporal.PlainDate.from(first).until(day, { largestUnit: "months" }).months;

const sayAge = (first: string, day: string): string =>
  day < first ? "not registered yet" : `${sayCount(ageInMonths(first, day), "month")} old`;

type Reason = (plan: PlanTerms, facts: SaleFacts) => PlanReason | null;

const age: Reason = ({ eligibility: { minAgeMonths, maxAgeMonths } }, { vehicle, saleDate }) => {
  if (minAgeMonths === null && maxAgeMonths === null) return null;
  const asked =
    minAgeMonths !== null && maxAgeMonths !== null
      ? `from ${minAgeMonths} to ${maxAgeMonths} months of age`
      : minAgeMonths !== null
        ? `from ${sayCount(minAgeMonths, "month")} of age`
        : `up to ${sayCount(maxAgeMonths ?? 0, "month")} of age`;
  const { firstRegistrationDate: first } = vehicle;
  if (!first)
    return {
      code: "AGE_UNKNOWN",
      message: `${asked}; it is not known when this vehicle was first registered`,
    };
  const message = `${asked}; this vehicle is ${sayAge(first, saleDate)}`;
  if (minAgeMonths !== null && saleDate < (minAgeMonths === 0 ? first : monthsAfter(first, minAgeMonths)))
    return { code: "AGE_TOO_LOW", message };
  if (maxAgeMonths !== null && saleDate > (maxAgeMonths === 0 ? first : monthsAfter(first, maxAgeMonths)))
    return {
      code: "AGE_TOO_HIGH",
      message:
        ageInMonths(first, saleDate) === maxAgeMonths
          ? `${asked}; this vehicle has been older since ${sayDate(monthsAfter(first, Math.max(1, maxAgeMonths)))}`
          : message,
    };
  return null;
};

/** What is said of the start does not take back what was read. */
const odometer: Reason = ({ eligibility: { maxOdometer } }, { vehicle, startOdometer }) => {
  if (maxOdometer === null) return null;
  const asked = `up to ${sayDistance(maxOdometer)}`;
  const [highest] = [startOdometer, vehicle.odometer]
    .filter((known) => known !== null && known !== undefined)
    .sort((a, b) => compareDistances(b, a));
  if (!highest) return { code: "ODOMETER_UNKNOWN", message: `${asked}; there is no reading yet` };
  return compareDistances(highest, maxOdometer) > 0
    ? { code: "ODOMETER_TOO_HIGH", message: `${asked}; this vehicle has ${sayDistance(highest)}` }
    : null;
};

const oneOf =
  (
    part: "makes" | "fuels",
    of: (vehicle: VehicleOfSale) => string | null | undefined,
    noun: string,
  ): Reason =>
  ({ eligibility }, { vehicle }) => {
    const allowed = eligibility[part];
    if (allowed.length === 0) return null;
    const asked = `for ${allowed.length > 3 ? `${allowed.slice(0, 3).join(", ")} and others` : allowed.join(", ")}`;
    const its = of(vehicle);
    if (!its)
      return {
        code: `${noun}_UNKNOWN`,
        message: `${asked}; the ${noun.toLowerCase()} of this vehicle is not known`,
      };
    return allowed.some((one) => plain(one) === plain(its))
      ? null
      : {
          code: `${noun}_NOT_COVERED`,
          message: `${asked}; this vehicle is ${noun === "MAKE" ? "by " : ""}${its}`,
        };
  };

const start: Reason = (plan, { vehicle, warranty }) => {
  if (choosesStart(plan)) return null;
  if (plan.startBasis === "FIRST_REGISTRATION" && !vehicle.firstRegistrationDate)
    return {
      code: "REGISTRATION_UNKNOWN",
      message: "starts with the first registration; it is not known when this vehicle was first registered",
    };
  if (plan.startBasis === "END_OF_MANUFACTURER_WARRANTY" && warranty === null)
    return {
      code: "WARRANTY_UNKNOWN",
      message: "follows the manufacturer's warranty; none with an end is recorded for this vehicle",
    };
  return null;
};

const over: Reason = (plan, facts) => {
  const first = startOfSale(plan, facts);
  if (first === null || plan.termMonths === null) return null;
  const end = endOfTerm(first, plan.termMonths);
  return end < facts.saleDate
    ? { code: "OVER_ALREADY", message: `it would have ended on ${sayDate(end)}, before the sale` }
    : null;
};

const currency: Reason = (plan, facts) => {
  const sold = planCurrencies(plan);
  return sold.length === 0 || sold.includes(facts.currency)
    ? null
    : {
        code: "CURRENCY_NOT_SOLD",
        message: `sold in ${sold.join(", ")}; this store sells in ${facts.currency}`,
      };
};

const reasons: readonly Reason[] = [
  oneOf("makes", ({ make }) => make, "MAKE"),
  oneOf("fuels", ({ fuel }) => fuel, "FUEL"),
  age,
  odometer,
  start,
  over,
  currency,
];

/**
 * Every reason why a vehicle is not for a plan on the day of a sale, each by a code and in words that go on after the plan's
 * name; none where it is eligible. docs/rules.md, "Plans".
 */
export const eligibilityReasons = (plan: PlanTerms, facts: SaleFacts): PlanReason[] =>
  reasons.flatMap((reason) => reason(plan, facts) ?? []);
