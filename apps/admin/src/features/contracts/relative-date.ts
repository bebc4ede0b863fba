import { parseDate, Temporal } from "@vehicle-contracts/contract-rules/temporal";

/** `today`, or a count of days or months from it: `60d`, `-30d`, `12m`. It stays so in an address, and means what it says on the day it is read. */
const relative = /^(?:today|(-?\d{1,4})([dm]))$/;

const isRelative = (text: string): boolean => relative.test(text);

/** Whether text is a date of the calendar (`YYYY-MM-DD`) or a relative one. */
export const isDateText = (text: string): boolean => isRelative(text) || parseDate(text) !== null;

/** The calendar date that text stands for on `today`; null where it is none. */
export function dateOn(today: string, text: string): string | null {
  const match = relative.exec(text);
  if (!match) return parseDate(text)?.toString() ?? null;
  const [, count = "0", unit = "d"] = match;
  const step = unit === "m" ? { months: Number(count) } : { days: Number(count) };
  return Temporal.PlainDate.from(today).add(step).toString();
}
