import { addDays } from "@vehicle-contracts/contract-rules/temporal";
import fc from "fast-check";
import { expect, test } from "vitest";
import { namedYears, timeSpan } from "./time-span.ts";

const today = "2026-11-25";
const span = (...pairs: [startDate: string | null, endDate: string | null][]) => {
  const { first, last } = timeSpan(
    pairs.map(([startDate, endDate]) => ({ startDate, endDate })),
    today,
  );
  return [first, last];
};

test("goes from the year of the first start to that of the last end, at most three years on", () => {
  expect(span(["2023-04-14", "2028-04-13"])).toEqual(["2023-01-01", "2028-12-31"]);
  expect(span(["2023-04-14", "2035-04-13"])).toEqual(["2023-01-01", "2029-12-31"]);
});

test("has a year to come where all is over, and ten years back at most", () => {
  expect(span(["2011-04-14", "2014-04-13"])).toEqual(["2016-01-01", "2027-12-31"]);
  expect(span([null, null])).toEqual(["2026-01-01", "2027-12-31"]);
});

test("today and its year stand inside, and no more than ten years are named", () => {
  const day = fc.integer({ min: 0, max: 80_000 }).map((days) => addDays("1900-01-01", days));
  fc.assert(
    fc.property(fc.array(fc.record({ startDate: day, endDate: day })), day, (contracts, now) => {
      const scale = timeSpan(contracts, now);
      expect(scale.place(now)).toBeGreaterThanOrEqual(0);
      expect(scale.place(now)).toBeLessThan(1);
      expect(scale.first <= now && now <= scale.last).toBe(true);
      expect(namedYears(scale).years.length).toBeLessThanOrEqual(10);
    }),
  );
});
