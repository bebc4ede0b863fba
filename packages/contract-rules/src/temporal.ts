// The one module that hands out Temporal: the runtime's own where there is one, else the polyfill (which decides so itself).
import { Temporal } from "temporal-polyfill";

export { Temporal };

/**
 * The calendar date (`YYYY-MM-DD`) of an instant (RFC 3339) in an IANA time zone: a store's today. Never a count of hours,
 * so days of 23 and 25 hours are right. Throws RangeError where the zone or the instant is none. docs/rules.md, "Today".
 */
export function todayIn(timeZone: string, instant: string): string {
  // No zone's day begins within a second; and a page of contracts asks the same of the same few zones.
  const question = `${timeZone} ${inMilliseconds.test(instant) ? instant.slice(0, "YYYY-MM-DDTHH:MM:SS".length) : instant}`;
  const known = todays.get(question);
  if (known !== undefined) return known;
  const today = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString();
  if (todays.size >= mostTodays) todays.clear();
  todays.set(question, today);
  return today;
}

const inMilliseconds = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const todays = new Map<string, string>();
const mostTodays = 1_000;

/** A plain date of `YYYY-MM-DD`; null where the text is not a calendar date that exists. */
export function parseDate(text: string): Temporal.PlainDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  try {
    return Temporal.PlainDate.from(text, { overflow: "reject" });
  } catch {
    return null;
  }
}

/** −1, 0 or 1 as `a` is before, on or after `b`. Both are `YYYY-MM-DD`, whose text sorts as the dates do. */
export function compareDates(a: string, b: string): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Days from `from` to `to`: 0 on the same day, 1 on the next, negative where `to` is before. RangeError where either is no date. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: "days" }).days;
}

/** The date `days` on from `date` (back where negative). RangeError where it is no date. */
export function addDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/**
 * The place of a date (`YYYY-MM-DD`) among the days, one more a day: plain arithmetic of the Gregorian calendar, for rules that
 * compare hundreds of dates at once. Only differences mean something.
 */
export function dayNumber(date: string): number {
  const month = Number(date.slice(5, 7));
  // A year that begins in March has its leap day at its end, and its months follow a rule.
  const year = Number(date.slice(0, 4)) - (month < 3 ? 1 : 0);
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  const ofMonths = Math.floor((153 * ((month + 9) % 12) + 2) / 5);
  return 365 * year + leapDays + ofMonths + Number(date.slice(8, 10));
}

/** The last instant (RFC 3339, to the millisecond) of a calendar date in an IANA time zone, also where its clocks change. */
export function endOfDayIn(timeZone: string, date: string): string {
  const next = Temporal.PlainDate.from(date).add({ days: 1 }).toZonedDateTime(timeZone);
  return instantText(next.toInstant().subtract({ milliseconds: 1 }));
}

/** An instant as the wire has it: RFC 3339 in UTC with milliseconds. */
export function instantText(instant: Temporal.Instant): string {
  return instant.toString({ fractionalSecondDigits: 3 });
}
