import type {
  Allowance,
  Contract,
  ContractParty,
  CoverageLine,
  Deductible,
  DistanceTerm,
  HoursTerm,
  Origin,
  Price,
  TransferPolicy,
} from "@vehicle-contracts/contract-model";
import type { useFormat } from "../../ui/use-format.ts";
import { deductibleWord, systemWord } from "./words.ts";

/** The formats in the reader's locale. */
export type Format = Pick<
  ReturnType<typeof useFormat>,
  "date" | "dateShort" | "distance" | "hours" | "days" | "whole" | "money" | "percent"
>;

/** "1 month", "36 months". */
export const monthsWord = (months: number, { whole }: Pick<Format, "whole">): string =>
  `${whole(months)} ${months === 1 ? "month" : "months"}`;

/** "80,000 km from 18,400 km". */
export function distanceWords(term: DistanceTerm, { distance }: Pick<Format, "distance">): string {
  if (term.kind === "limited") return `${distance(term.limit)} from ${distance(term.startOdometer)}`;
  return term.kind === "unlimited" ? "no limit" : "unknown";
}

/** "2,000 h from 120 h". */
export function hoursWords(term: HoursTerm, { hours }: Pick<Format, "hours">): string {
  if (term.kind === "limited") return `${hours(term.limit)} from ${hours(term.startHours)}`;
  return term.kind === "unlimited" ? "no limit" : "unknown";
}

/** "€50.00 a visit, not at Köln"; `store` is the selling store's name. */
export function deductibleWords(
  deductible: Deductible,
  store: string | null,
  { money }: Pick<Format, "money">,
): string {
  if (deductible.kind === "NONE") return "none";
  const waived = deductible.waivedAtSellingStore ? `, not at ${store ?? "the selling store"}` : "";
  return `${money(deductible.amount)} ${deductibleWord(deductible.kind)}${waived}`;
}

/** "€2,400.00 incl. 19 % VAT". */
export function priceWords({ grossMinor, taxRate, currency }: Price, { money, percent }: Format): string {
  return `${money({ amountMinor: grossMinor, currency })} incl. ${percent(taxRate)} VAT`;
}

/** "not possible", "without asking", "on request within 30 days, for €25.00". */
export function transferPolicyWords(
  policy: TransferPolicy,
  { days, money }: Pick<Format, "days" | "money">,
): string {
  if (policy.kind !== "ON_REQUEST") return policy.kind === "NONE" ? "not possible" : "without asking";
  const fee = policy.fee ? `, for ${money(policy.fee)}` : "";
  return `on request within ${days(policy.windowDays)}${fee}`;
}

export const planWords = ({ code, version }: NonNullable<Contract["plan"]>): string =>
  `${code}, version ${version}`;

/** "from this register; Kerridge 883-11". */
export function originWords({ sourceSystem, externalReferences }: Origin): string {
  const references = externalReferences.map(({ system, id }) => `${system} ${id}`);
  return [systemWord(sourceSystem), ...references].join("; ");
}

/** "1 Mar 2025 to 28 Feb 2028", "since 1 Mar 2025", "to 28 Feb 2028"; null where neither day is named. */
export function spanWords(
  { from, to }: Pick<ContractParty, "from" | "to">,
  { date }: Pick<Format, "date">,
): string | null {
  if (from && to) return `${date(from)} to ${date(to)}`;
  if (from) return `since ${date(from)}`;
  return to ? `to ${date(to)}` : null;
}

/** "after 12 months or 25,000 km"; null where nothing says when. */
export function dueWords(
  { dueAfterMonths, dueAfterDistance }: Pick<Allowance, "dueAfterMonths" | "dueAfterDistance">,
  format: Format,
): string | null {
  const due = [
    dueAfterMonths !== null && monthsWord(dueAfterMonths, format),
    dueAfterDistance !== null && format.distance(dueAfterDistance),
  ].filter((part) => part !== false);
  return due.length > 0 ? `after ${due.join(" or ")}` : null;
}

/** "to 28 Feb 2028 or 60,000 km"; null where the line ends with the contract. */
export function ownEndWords(
  { endDate, endOdometer }: Pick<CoverageLine, "endDate" | "endOdometer">,
  { date, distance }: Pick<Format, "date" | "distance">,
): string | null {
  const ends = [endDate && date(endDate), endOdometer && distance(endOdometer)].filter(Boolean);
  return ends.length > 0 ? ends.join(" or ") : null;
}

/** "covered", "parts 100 %", "labour 80 %", "up to €1,200.00", "to 28 Feb 2028". */
export function coverageParts(line: CoverageLine, format: Format): string[] {
  if (line.treatment === "EXCLUDED") return ["excluded"];
  const ownEnd = ownEndWords(line, format);
  return [
    "covered",
    line.partsPercent !== null && `parts ${format.percent(line.partsPercent)}`,
    line.labourPercent !== null && `labour ${format.percent(line.labourPercent)}`,
    line.maximumAmount && `up to ${format.money(line.maximumAmount)}`,
    ownEnd && `to ${ownEnd}`,
  ].filter((part) => typeof part === "string");
}

/** "2 included", "due after 12 months or 25,000 km". */
export function allowanceParts(allowance: Allowance, format: Format): string[] {
  const due = dueWords(allowance, format);
  return [`${format.whole(allowance.quantity)} included`, ...(due ? [`due ${due}`] : [])];
}
