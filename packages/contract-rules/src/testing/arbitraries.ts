import type { Distance, DistanceTerm } from "@vehicle-contracts/contract-model";
import fc from "fast-check";
import { addDays } from "../temporal.ts";

/** Calendar dates from 1950 to 2086. */
export const aDate = fc.integer({ min: 0, max: 49_999 }).map((days) => addDays("1950-01-01", days));

/** Dates of a few weeks, so that they often meet. */
export const aNearDate = fc.integer({ min: 0, max: 40 }).map((days) => addDays("2026-01-20", days));

export const aDistance: fc.Arbitrary<Distance> = fc.record({
  value: fc.integer({ min: 0, max: 9_999_999 }),
  unit: fc.constantFrom("KM", "MI"),
});

/** Odometers that often meet, also across units: 100 mi are 160.9 km. */
export const aNearOdometer: fc.Arbitrary<Distance> = fc.oneof(
  fc.record({ value: fc.integer({ min: 156, max: 166 }), unit: fc.constant("KM" as const) }),
  fc.record({ value: fc.integer({ min: 97, max: 103 }), unit: fc.constant("MI" as const) }),
);

export const aDistanceTerm: fc.Arbitrary<DistanceTerm> = fc.oneof(
  fc.constant({ kind: "unlimited" as const }),
  fc.constant({ kind: "unknown" as const }),
  fc
    .tuple(
      fc.integer({ min: 0, max: 30 }),
      fc.integer({ min: 1, max: 160 }),
      fc.constantFrom("KM" as const, "MI" as const),
    )
    .map(([start, limit, unit]) => ({
      kind: "limited" as const,
      limit: { value: limit, unit },
      startOdometer: { value: start, unit },
      endOdometer: { value: start + limit, unit },
    })),
);
