import { expect, test } from "vitest";
import {
  addDays,
  compareDates,
  dayNumber,
  daysBetween,
  endOfDayIn,
  instantText,
  parseDate,
  Temporal,
  todayIn,
} from "./temporal.ts";

test("the tests of dates run in the time zone that their project names", () => {
  const zone = process.env.TZ;
  if (zone) expect(Temporal.Now.timeZoneId()).toBe(zone);
});

test("a day of 23 hours ends an hour early: the store's today follows its zone, not a count of hours", () => {
  expect(todayIn("Europe/Berlin", "2026-03-29T21:59:59Z")).toBe("2026-03-29");
  expect(todayIn("Europe/Berlin", "2026-03-29T22:00:00Z")).toBe("2026-03-30");
});

test("a day of 25 hours is one day", () => {
  expect(todayIn("Pacific/Auckland", "2026-04-04T11:00:00Z")).toBe("2026-04-05");
  expect(todayIn("Pacific/Auckland", "2026-04-05T11:30:00Z")).toBe("2026-04-05");
});

test("the same instant is two dates at two stores", () => {
  expect(todayIn("America/Los_Angeles", "2026-11-02T07:30:00.000Z")).toBe("2026-11-01");
  expect(todayIn("Pacific/Kiritimati", "2026-11-02T10:30:00.000Z")).toBe("2026-11-03");
});

test("a zone that does not exist is the caller's fault", () => {
  expect(() => todayIn("Europe/Atlantis", "2026-03-29T22:00:00Z")).toThrow(RangeError);
});

test("only a calendar date that exists, written in full, is one", () => {
  expect(parseDate("2024-02-29")?.toString()).toBe("2024-02-29");
  for (const text of ["2025-02-29", "2025-2-9", "20250209", "2025-02-09T10:00", "soon", ""])
    expect(parseDate(text)).toBeNull();
});

test("days between dates are calendar days, also over a change of the clock", () => {
  expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2);
  expect(daysBetween("2026-03-30", "2026-03-28")).toBe(-2);
  expect(addDays("2026-10-24", 2)).toBe("2026-10-26");
  expect(addDays("2024-03-01", -1)).toBe("2024-02-29");
});

test("dates compare as their text does", () => {
  expect([compareDates("2026-01-02", "2026-01-10"), compareDates("2026-01-02", "2026-01-02")]).toEqual([
    -1, 0,
  ]);
  expect(compareDates("2026-02-01", "2026-01-31")).toBe(1);
});

test("an instant on the wire is in UTC with milliseconds", () => {
  expect(instantText(Temporal.Instant.from("2026-01-20T10:12:44+01:00"))).toBe("2026-01-20T09:12:44.000Z");
});

test("the number of a day goes by the calendar, leap years and centuries included", () => {
  for (const from of ["1899-12-31", "1900-01-01", "1999-12-31", "2000-02-28", "2026-11-30", "2099-06-15"])
    for (let days = 0; days <= 800; days += 1)
      expect(dayNumber(addDays(from, days)) - dayNumber(from)).toBe(days);
});

test("a day ends a millisecond before the next one begins, where clocks change too", () => {
  expect(endOfDayIn("Europe/Berlin", "2026-03-29")).toBe("2026-03-29T21:59:59.999Z");
  expect(endOfDayIn("Europe/Berlin", "2026-10-25")).toBe("2026-10-25T22:59:59.999Z");
  expect(endOfDayIn("Pacific/Auckland", "2026-04-05")).toBe("2026-04-05T11:59:59.999Z");
  expect(endOfDayIn("America/Los_Angeles", "2026-12-31")).toBe("2027-01-01T07:59:59.999Z");
});
