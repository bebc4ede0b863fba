import { lastDate, type ProblemField } from "@vehicle-contracts/contract-model";
import { endTooLate } from "./extension.ts";
import { broken, type Outcome } from "./outcome.ts";
import { endOfTerm } from "./terms.ts";
import { sayCount, sayDate } from "./wording.ts";

/** Dates of a contract as they are sent: what is left out or null is none. Dates `YYYY-MM-DD`, inclusive. */
export type TermsInput = {
  startDate?: string | null | undefined;
  endDate?: string | null | undefined;
  termMonths?: number | null | undefined;
  openEnded?: boolean | null | undefined;
};

/** Dates of a contract as they are kept. */
export type Terms = {
  startDate: string | null;
  endDate: string | null;
  termMonths: number | null;
  openEnded: boolean;
};

/**
 * The dates in full: `termMonths` with a start gives the end, an end alone leaves `termMonths` null, and the two must agree.
 * An end may still be missing here: `submitBreaks` asks for one. Broken: OPEN_ENDED_WITH_END, TERM_MISMATCH,
 * END_TOO_LATE, END_BEFORE_START. docs/rules.md, "Terms".
 */
export function completeTerms(input: TermsInput): Outcome<Terms> {
  const startDate = input.startDate ?? null;
  const termMonths = input.termMonths ?? null;
  const openEnded = input.openEnded ?? false;
  const counted = startDate !== null && termMonths !== null ? endOfTerm(startDate, termMonths) : null;
  const endDate = input.endDate ?? counted;
  const fields: ProblemField[] = [];

  if (openEnded && (endDate !== null || termMonths !== null))
    fields.push(
      broken(
        "endDate",
        "OPEN_ENDED_WITH_END",
        `An open-ended contract has no last day, but ${
          endDate === null
            ? `a term of ${sayCount(termMonths ?? 0, "month")} is given`
            : `it ends on ${sayDate(endDate)}`
        }. Clear the end date and the term, or say that it is not open-ended.`,
      ),
    );
  if (counted !== null && counted > lastDate)
    fields.push(...endTooLate(input.endDate ? "endDate" : "termMonths", counted).fields);
  else if (counted !== null && endDate !== counted && startDate !== null && termMonths !== null)
    fields.push(
      broken(
        "endDate",
        "TERM_MISMATCH",
        `A term of ${sayCount(termMonths, "month")} from ${sayDate(startDate)} ends on ${sayDate(counted)}, not on ${sayDate(
          endDate ?? counted,
        )}. Enter one of the two; the other follows.`,
      ),
    );
  if (startDate !== null && endDate !== null && endDate < startDate)
    fields.push(
      broken(
        "endDate",
        "END_BEFORE_START",
        `The end, ${sayDate(endDate)}, is before the start, ${sayDate(startDate)}. Enter that day or a later one.`,
      ),
    );
  return fields.length > 0
    ? { ok: false, fields }
    : { ok: true, value: { startDate, endDate, termMonths, openEnded } };
}

/**
 * The dates after `changes` (only what is given is touched; null clears): a new start or term moves the end; an end given
 * without a term drops the term, unless the two agree. Broken as in `completeTerms`. docs/rules.md, "Terms".
 */
export function changeTerms(before: Terms, changes: TermsInput): Outcome<Terms> {
  const given = (field: keyof TermsInput) => changes[field] !== undefined;
  const merged: TermsInput = {
    startDate: given("startDate") ? changes.startDate : before.startDate,
    endDate: given("endDate") ? changes.endDate : before.endDate,
    termMonths: given("termMonths") ? changes.termMonths : before.termMonths,
    openEnded: given("openEnded") ? changes.openEnded : before.openEnded,
  };
  if (given("endDate") && !given("termMonths")) {
    const agrees =
      merged.startDate &&
      merged.termMonths &&
      endOfTerm(merged.startDate, merged.termMonths) === merged.endDate;
    if (!agrees) merged.termMonths = null;
  } else if (!given("endDate") && merged.termMonths && (given("startDate") || given("termMonths"))) {
    merged.endDate = null;
  }
  return completeTerms(merged);
}
