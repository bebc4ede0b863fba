import type { Price } from "@vehicle-contracts/contract-model";
import { completePrice, completeTerms, daysOfTerm, wholeMonths } from "@vehicle-contracts/contract-rules";
import { parseDate } from "@vehicle-contracts/contract-rules/temporal";
import { currencyOf, inputOf, type Local } from "./form-input.ts";
import type { ContractForm } from "./form-values.ts";

/** A date of the form, or null while what is typed is none. */
const dateIn = (text: string | null): string | null =>
  text === null ? null : (parseDate(text)?.toString() ?? null);

const wholeIn = (value: number | null): number | null =>
  typeof value === "number" && Number.isSafeInteger(value) ? value : null;

/** The end that follows while one types: null where there is none or it cannot be told yet. By `completeTerms`. */
export function endFollowing(
  values: Pick<ContractForm, "startDate" | "endBy" | "termMonths" | "endDate">,
): string | null {
  const startDate = dateIn(values.startDate);
  const termMonths = wholeIn(values.termMonths);
  if (values.endBy === "open") return null;
  if (values.endBy === "date") return dateIn(values.endDate);
  if (termMonths === null || termMonths < 1 || termMonths > 1_200) return null;
  const terms = completeTerms({ startDate, termMonths });
  return terms.ok ? terms.value.endDate : null;
}

/** Whether the term leads beyond the last date there is, so that no end follows. */
export function endsTooLate({
  startDate,
  endBy,
  termMonths,
}: Pick<ContractForm, "startDate" | "endBy" | "termMonths">): boolean {
  const [start, months] = [dateIn(startDate), wholeIn(termMonths)];
  if (endBy !== "term" || start === null || months === null || months < 1 || months > 1_200) return false;
  const terms = completeTerms({ startDate: start, termMonths: months });
  return !terms.ok && terms.fields.some(({ code }) => code === "END_TOO_LATE");
}

/** How long it is to the end that was entered: whole months where they fit, else days. */
export function lengthFollowing(
  values: Pick<ContractForm, "startDate" | "endDate">,
): { months: number } | { days: number } | null {
  const startDate = dateIn(values.startDate);
  const endDate = dateIn(values.endDate);
  if (startDate === null || endDate === null || endDate < startDate) return null;
  const months = wholeMonths(startDate, endDate);
  return months === null ? { days: daysOfTerm(startDate, endDate) } : { months };
}

/** Start and limit together; null while one is missing. */
export const sumFollowing = (start: number | null, limit: number | null): number | null => {
  const [from, by] = [wholeIn(start), wholeIn(limit)];
  return from === null || by === null ? null : from + by;
};

/** The price in full while one types; null while it cannot be told. By `completePrice`. */
export function priceFollowing(values: ContractForm, local: Local): Price | null {
  const { price } = inputOf(values, local);
  if (price === null || !isAmount(price.grossMinor) || !isAmount(price.netMinor)) return null;
  if (price.taxRate !== undefined && !/^\d{1,3}(\.\d{1,4})?$/.test(String(price.taxRate))) return null;
  const outcome = completePrice({ ...price, currency: currencyOf(values, local) });
  return outcome.ok ? outcome.value : null;
}

const isAmount = (value: unknown) => value === undefined || Number.isSafeInteger(value);
