import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, Temporal } from "./temporal.ts";
import { daysOfTerm, endOfTerm, monthsAfter, wholeMonths } from "./terms.ts";
import { aDate } from "./testing/arbitraries.ts";

const months = fc.integer({ min: 1, max: 400 });

test.each([
  ["2025-01-01", 48, "2028-12-31", 1461],
  ["2024-02-29", 12, "2025-02-28", 366],
  ["2024-01-31", 1, "2024-02-29", 30],
  ["2025-08-31", 6, "2026-02-28", 182],
  ["2025-12-15", 1, "2026-01-14", 31],
])("a term from %s of %i months ends on %s, after %i days", (start, count, end, days) => {
  expect(endOfTerm(start, count)).toBe(end);
  expect(daysOfTerm(start, end)).toBe(days);
});

test("a date some months on is the same-numbered day, or the month's last", () => {
  expect(monthsAfter("2025-01-15", 2)).toBe("2025-03-15");
  expect(monthsAfter("2025-01-31", 1)).toBe("2025-02-28");
});

test("the end of a term agrees with the rule said in plain day numbers", () => {
  fc.assert(
    fc.property(aDate, months, (start, count) => {
      const { year, month, day } = Temporal.PlainDate.from(start);
      const reached = Temporal.PlainYearMonth.from({ year, month }).add({ months: count });
      const expected =
        day <= reached.daysInMonth
          ? addDays(reached.toPlainDate({ day }).toString(), -1)
          : reached.toPlainDate({ day: reached.daysInMonth }).toString();
      expect(endOfTerm(start, count)).toBe(expected);
    }),
  );
});

test("a month more always ends later, and never before the start", () => {
  fc.assert(
    fc.property(aDate, months, (start, count) => {
      expect(endOfTerm(start, count) >= start).toBe(true);
      expect(endOfTerm(start, count + 1) > endOfTerm(start, count)).toBe(true);
    }),
  );
});

test("whole months are found again from the two dates of their term, and only from these", () => {
  fc.assert(
    fc.property(aDate, months, (start, count) => {
      const end = endOfTerm(start, count);
      expect(wholeMonths(start, end)).toBe(count);
    }),
  );
  expect(wholeMonths("2025-03-10", "2025-06-20")).toBeNull();
  expect(wholeMonths("2025-03-10", "2025-03-10")).toBeNull();
  expect(wholeMonths("2025-03-10", "2025-03-01")).toBeNull();
});
