import { addDays, instantText, Temporal } from "@vehicle-contracts/contract-rules/temporal";
import type { Chance } from "./chance.ts";

/** The point in time at which a wall clock of the zone shows date and time (`HH:MM:SS`). */
export const instantOn = (date: string, time: string, timeZone: string): string =>
  instantText(Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(timeZone).toInstant());

const two = (value: number) => String(value).padStart(2, "0");

/** Some moment between half past eight and half past five on that day. */
export function atTheDesk(chance: Chance, date: string, timeZone: string): string {
  const minute = chance.int(8 * 60 + 30, 17 * 60 + 29);
  return instantOn(
    date,
    `${two(Math.floor(minute / 60))}:${two(minute % 60)}:${two(chance.int(0, 59))}.${chance.digits(3)}`,
    timeZone,
  );
}

/** The day `months` before the date, by the calendar. */
export const monthsBefore = (date: string, months: number): string =>
  Temporal.PlainDate.from(date).subtract({ months }).toString();

/** So many minutes after a point in time. */
export const minutesAfter = (instant: string, minutes: number): string =>
  instantText(Temporal.Instant.from(instant).add({ minutes }));

export const earlier = (a: string, b: string): string => (a < b ? a : b);
export const later = (a: string, b: string): string => (a > b ? a : b);

/** Some day from `from` to `to`, both inclusive; `from` where `to` is before it. */
export function dayBetween(chance: Chance, from: string, to: string): string {
  const days = Temporal.PlainDate.from(from).until(to).days;
  return days <= 0 ? from : addDays(from, chance.int(0, days));
}
