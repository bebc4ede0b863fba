import fc from "fast-check";
import { expect, test } from "vitest";
import { type Figure, odometerScale, unusualJump } from "./jump.ts";

const km = (kilometres: number, date: string): Figure => ({ value: kilometres * 1_000_000, date });
// 10,000 km in 100 days
const steady = [km(10_000, "2026-01-01"), km(20_000, "2026-04-11")];

test("a digit too many is noticed, a holiday is not", () => {
  expect(unusualJump(steady, km(210_000, "2026-04-21"), odometerScale)).toMatchObject({
    from: km(20_000, "2026-04-11"),
    days: 10,
    usualPerDay: 100_000_000,
  });
  expect(unusualJump(steady, km(25_000, "2026-04-25"), odometerScale)).toBeNull();
});

test("a vehicle whose pace is not known may go 500 km a day and a long journey", () => {
  const [first] = steady;
  const alone = first ? [first] : [];
  expect(unusualJump(alone, km(10_000 + 8_000, "2026-01-11"), odometerScale)).toBeNull();
  expect(unusualJump(alone, km(10_000 + 8_001, "2026-01-11"), odometerScale)).toMatchObject({
    usualPerDay: null,
  });
});

test("what there is no earlier reading of cannot jump", () => {
  expect(unusualJump([], km(900_000, "2026-01-11"), odometerScale)).toBeNull();
  expect(unusualJump(steady, km(900_000, "2025-12-31"), odometerScale)).toBeNull();
});

test("a higher figure of the same day is never less unusual", () => {
  fc.assert(
    fc.property(
      fc.nat(900_000),
      fc.nat(900_000),
      fc.constantFrom("2026-04-11", "2027-04-11"),
      (a, b, date) => {
        const [less, more] = a < b ? [a, b] : [b, a];
        if (unusualJump(steady, km(less, date), odometerScale))
          expect(unusualJump(steady, km(more, date), odometerScale)).not.toBeNull();
      },
    ),
  );
});
