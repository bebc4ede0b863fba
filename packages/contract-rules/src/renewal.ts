import { lastDate } from "@vehicle-contracts/contract-model";
import { endTooLate, type RunningTerm } from "./extension.ts";
import { type Outcome, refused } from "./outcome.ts";
import { addDays } from "./temporal.ts";
import { daysOfTerm, endOfTerm, wholeMonths } from "./terms.ts";

/**
 * The dates of the contract that follows, both inclusive: from the day after the end, for as many months, or, where no whole
 * months give the former end, for as many days (`termMonths` null). Broken: OPEN_ENDED, START_MISSING, END_TOO_LATE.
 * Whether the contract may be renewed at all is another question. docs/rules.md, "Renewal".
 */
export function renewalDates(
  term: RunningTerm,
): Outcome<{ startDate: string; endDate: string; termMonths: number | null }> {
  const { startDate, endDate } = term;
  if (!endDate)
    return refused("endDate", "OPEN_ENDED", "The contract has no end date that a renewal could follow.");
  const termMonths = term.termMonths ?? (startDate ? wholeMonths(startDate, endDate) : null);
  if (!startDate && !termMonths)
    return refused(
      "startDate",
      "START_MISSING",
      "Enter the start date: the renewal lasts as long as this contract.",
    );
  const next = addDays(endDate, 1);
  const end = termMonths
    ? endOfTerm(next, termMonths)
    : addDays(next, daysOfTerm(startDate ?? endDate, endDate) - 1);
  if (end > lastDate) return endTooLate("endDate", end);
  return { ok: true, value: { startDate: next, endDate: end, termMonths } };
}
