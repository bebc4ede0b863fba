import { lastDate } from "@vehicle-contracts/contract-model";
import { type Outcome, refused } from "./outcome.ts";
import { addDays } from "./temporal.ts";
import { endOfTerm } from "./terms.ts";
import { sayDate } from "./wording.ts";

/** By how much: whole months (1 or more), or to a last day (inclusive). */
export type Extension = { months: number } | { endDate: string };

/** A term as it runs: dates inclusive, `termMonths` where it was sold by months. */
export type RunningTerm = {
  startDate?: string | null | undefined;
  endDate?: string | null | undefined;
  termMonths?: number | null | undefined;
};

/**
 * The end that an extension gives. By months, a term in months grows and is counted anew from the start, so that short
 * months leave no drift; without one, a term of its own follows the end. To a date, `termMonths` is dropped.
 * Broken: OPEN_ENDED, END_NOT_LATER, END_TOO_LATE. docs/rules.md, "Extension".
 */
export function extendTerm(
  term: RunningTerm,
  by: Extension,
): Outcome<{ endDate: string; termMonths: number | null }> {
  const { startDate, endDate, termMonths } = term;
  if (!endDate) return refused("endDate", "OPEN_ENDED", "The contract has no end date that could be moved.");
  const extended =
    "endDate" in by
      ? { endDate: by.endDate, termMonths: null }
      : by.months < 1
        ? { endDate, termMonths: termMonths ?? null }
        : startDate && termMonths
          ? {
              endDate: endOfTerm(startDate, termMonths + by.months),
              termMonths: termMonths + by.months,
            }
          : { endDate: endOfTerm(addDays(endDate, 1), by.months), termMonths: null };
  if (extended.endDate <= endDate)
    return refused(
      "months" in by ? "months" : "endDate",
      "END_NOT_LATER",
      `An extension ends later than now. The contract ends on ${sayDate(endDate)}; choose a later day.`,
    );
  if (extended.endDate > lastDate) return endTooLate("months" in by ? "months" : "endDate", extended.endDate);
  return { ok: true, value: extended };
}

/** The answer where an end is beyond the last date that a record may have. */
export const endTooLate = (path: string, endDate: string) =>
  refused(
    path,
    "END_TOO_LATE",
    `The contract would end on ${sayDate(endDate)}. The latest end is ${sayDate(lastDate)}; choose a shorter term.`,
  );
