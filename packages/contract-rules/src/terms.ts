import { daysBetween, Temporal } from "./temporal.ts";

/**
 * The date `months` (1 or more) on from `date`: the same-numbered day, or the month's last where it lacks that day.
 * docs/rules.md, "Terms".
 */
export function monthsAfter(date: string, months: number): string {
  return Temporal.PlainDate.from(date).add({ months }, { overflow: "constrain" }).toString();
}

/**
 * Last day (inclusive) of a term of `months` (1 or more) from `startDate` (inclusive): the day before the same-numbered day
 * that many months on, or that month's last day where it lacks the number. docs/rules.md, "Terms".
 */
export function endOfTerm(startDate: string, months: number): string {
  const start = Temporal.PlainDate.from(startDate);
  const corresponding = start.add({ months }, { overflow: "constrain" });
  return (corresponding.day === start.day ? corresponding.subtract({ days: 1 }) : corresponding).toString();
}

/** Days of a term, both ends counted: 1 where it ends on the day it starts. docs/rules.md, "Terms". */
export function daysOfTerm(startDate: string, endDate: string): number {
  return daysBetween(startDate, endDate) + 1;
}

/** The whole months whose term from `startDate` ends on `endDate`, both inclusive; null where there are none. */
export function wholeMonths(startDate: string, endDate: string): number | null {
  const start = Temporal.PlainDate.from(startDate);
  const end = Temporal.PlainDate.from(endDate);
  const apart = (end.year - start.year) * 12 + end.month - start.month;
  // A term ends in the month it counts to, or, from a first day, in the month before it.
  for (const months of [apart, apart + 1])
    if (months >= 1 && endOfTerm(startDate, months) === endDate) return months;
  return null;
}
