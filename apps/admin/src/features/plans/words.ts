import type { Plan, PlanState, SaleTerm, StartBasis } from "@vehicle-contracts/contract-model";
import type { Tone } from "../../ui/theme/tokens.ts";
import { type Format, monthsWord } from "../contracts/term-words.ts";
import { deductibleWord } from "../contracts/words.ts";

export const stateWords: Readonly<Record<PlanState, { word: string; tone: Tone }>> = {
  DRAFT: { word: "Draft", tone: "amber" },
  READY: { word: "Sold", tone: "green" },
  RETIRED: { word: "No longer sold", tone: "grey" },
};

export const basisWords: Readonly<Record<StartBasis, string>> = {
  SALE: "With the sale",
  FIRST_REGISTRATION: "With the first registration",
  END_OF_MANUFACTURER_WARRANTY: "After the manufacturer’s warranty",
  EXPLICIT: "On a day of choice",
};

export const saleTermWords: Readonly<Record<SaleTerm, string>> = {
  startDate: "First day",
  term: "Term",
  distance: "Distance",
  engineHours: "Engine hours",
  waitingDays: "Waiting period",
  coverage: "Coverage",
  allowances: "Services",
  deductible: "Excess",
  price: "Price",
};

type Amounts = readonly { amountMinor: number; currency: string }[];

/** "£500.00 / €500.00"; empty where there are none. */
export const amountsWords = (amounts: Amounts, { money }: Pick<Format, "money">): string =>
  amounts.map(money).join(" / ");

/** "40,000 mi / 60,000 km". */
export const lengthsWords = (
  lengths: Plan["coverage"][number]["endsAfterDistances"],
  format: Format,
): string => lengths.map(format.distance).join(" / ");

/** "48 months, 40,000 mi / 60,000 km". */
export function lengthWords(
  plan: Pick<Plan, "termMonths" | "openEnded" | "distance" | "engineHours">,
  format: Format,
) {
  return [
    plan.openEnded ? "open-ended" : plan.termMonths !== null && monthsWord(plan.termMonths, format),
    plan.distance.kind === "limited" && lengthsWords(plan.distance.limits, format),
    plan.engineHours.kind === "limited" && format.hours(plan.engineHours.limit),
  ]
    .filter(Boolean)
    .join(", ");
}

/** "£749.00 / €899.00"; none where it comes with the vehicle. */
export const pricesWords = ({ prices }: Pick<Plan, "prices">, { money }: Pick<Format, "money">): string =>
  prices.map(({ grossMinor, currency }) => money({ amountMinor: grossMinor, currency })).join(" / ");

/** Whom it is for, a condition each; none where it asks nothing. */
export function eligibilityWords({ eligibility }: Pick<Plan, "eligibility">, format: Format): string[] {
  const { minAgeMonths: min, maxAgeMonths: max, maxOdometer, makes, fuels } = eligibility;
  return [
    min !== null && `from ${monthsWord(min, format)} of age`,
    max !== null && `up to ${monthsWord(max, format)} of age`,
    maxOdometer !== null && `up to ${format.distance(maxOdometer)}`,
    makes.length > 0 && makes.join(", "),
    fuels.length > 0 && fuels.join(", "),
  ].filter((part) => part !== false);
}

/** "£100.00 / €120.00 a visit, not at the selling store". */
export function planDeductibleWords({ deductible }: Pick<Plan, "deductible">, format: Format): string {
  if (deductible.kind === "NONE") return "none";
  const waived = deductible.waivedAtSellingStore ? ", not at the selling store" : "";
  return `${amountsWords(deductible.amounts, format)} ${deductibleWord(deductible.kind)}${waived}`;
}

/** "on request within 30 days, for £25.00". */
export function planTransferWords({ transferPolicy }: Pick<Plan, "transferPolicy">, format: Format): string {
  if (transferPolicy.kind !== "ON_REQUEST")
    return transferPolicy.kind === "NONE" ? "not possible" : "without asking";
  const { windowDays, fees } = transferPolicy;
  return `on request within ${format.days(windowDays)}${fees.length > 0 ? `, for ${amountsWords(fees, format)}` : ""}`;
}
