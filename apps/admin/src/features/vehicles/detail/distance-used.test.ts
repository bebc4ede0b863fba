import type { Contract, DistanceTerm } from "@vehicle-contracts/contract-model";
import { distanceCovers } from "@vehicle-contracts/contract-rules";
import fc from "fast-check";
import { expect, test } from "vitest";
import { limitsOf } from "../../contracts/limits.ts";
import { aReadContract } from "../../contracts/testing/a-read-contract.ts";
import { distanceUsed, type Read } from "./distance-used.ts";
import { limitsInUnit } from "./limits-in-unit.ts";

const km = (value: number) => ({ value, unit: "KM" as const });
const mi = (value: number) => ({ value, unit: "MI" as const });
const readings: Read[] = [
  { ...km(11_900), date: "2026-01-25" },
  { ...km(20_000), date: "2026-09-01" },
  { ...km(33_000), date: "2027-08-01" },
];
const limited = {
  kind: "limited" as const,
  limit: km(60_000),
  startOdometer: km(12_000),
  endOdometer: km(72_000),
};
const used = (given: Partial<Contract> = {}, facts: Partial<Parameters<typeof distanceUsed>[1]> = {}) =>
  distanceUsed(aReadContract(given), { readings, unit: "KM", overOn: null, ...facts });

test("a running contract has used what was driven since its start", () => {
  expect(used()).toEqual({
    kind: "limited",
    used: km(21_000),
    all: km(60_000),
    agreed: null,
    share: 0.35,
    near: false,
    at: { ...km(33_000), date: "2027-08-01" },
  });
});

test("without a reading nobody knows; before the start nothing is used, whatever the odometer says", () => {
  const unread = aReadContract({}, { vehicle: { latestOdometer: null } });
  expect(distanceUsed(unread, { readings: [], unit: null, overOn: null })).toMatchObject({
    used: null,
    share: 0,
  });
  expect(used({ effectiveStatus: "PENDING", startDate: "2027-09-01" })).toMatchObject({
    used: km(0),
    at: null,
  });
});

test("an odometer below the one at the start has used nothing, not less", () => {
  const start = {
    kind: "limited" as const,
    limit: km(60_000),
    startOdometer: km(40_000),
    endOdometer: km(100_000),
  };
  expect(used({ distance: start })).toMatchObject({ used: km(0), share: 0 });
});

test("once it is over, what counts is the last reading of its days", () => {
  const over = { effectiveStatus: "EXPIRED", endDate: "2027-01-31" } as const;
  expect(used(over)).toMatchObject({ used: km(8_000), at: { date: "2026-09-01" } });
  expect(used({ ...over, startDate: "2026-10-01" })).toMatchObject({ used: null });
  expect(used({ effectiveStatus: "CANCELLED" }, { overOn: "2026-10-01" })).toMatchObject({ used: km(8_000) });
});

test("one that ran out by distance has used all of it, not what was driven beyond", () => {
  expect(
    used({ effectiveStatus: "EXPIRED", distance: { ...limited, limit: km(9_000), endOdometer: km(21_000) } }),
  ).toMatchObject({
    used: km(9_000),
    share: 1,
  });
});

test("a draft and a void one have used nothing that anybody could count", () => {
  expect(used({ effectiveStatus: "DRAFT" })).toMatchObject({ used: null, all: km(60_000) });
  expect(used({ effectiveStatus: "VOID" })).toMatchObject({ used: null });
});

test("unlimited and unknown stay what they are", () => {
  expect(used({ distance: { kind: "unlimited" } })).toEqual({ kind: "unlimited" });
  expect(used({ distance: { kind: "unknown" } })).toEqual({ kind: "unknown" });
});

test("a contract in km on a vehicle read in miles is counted in miles, and says what was agreed", () => {
  const contract = aReadContract({}, { vehicle: { latestOdometer: { ...mi(20_505), date: "2027-08-01" } } });
  // 12,000 km are 7,456 whole miles, 72,000 km 44,738
  expect(distanceUsed(contract, { readings: [], unit: "MI", overOn: null })).toMatchObject({
    used: mi(13_049),
    all: mi(37_282),
    agreed: km(60_000),
  });
});

test("in the vehicle's unit, used and left are together all, and nothing is left exactly where the next unit is not covered", () => {
  const aTerm = fc
    .record({
      start: fc.integer({ min: 0, max: 300_000 }),
      limit: fc.integer({ min: 1, max: 300_000 }),
      unit: fc.constantFrom("KM" as const, "MI" as const),
    })
    .map(
      ({ start, limit, unit }): Extract<DistanceTerm, { kind: "limited" }> => ({
        kind: "limited",
        limit: { value: limit, unit },
        startOdometer: { value: start, unit },
        endOdometer: { value: start + limit, unit },
      }),
    );
  fc.assert(
    fc.property(
      aTerm,
      fc.integer({ min: 0, max: 700_000 }),
      fc.constantFrom("KM" as const, "MI" as const),
      (distance, value, unit) => {
        const at = { value, unit, date: "2027-08-01" };
        const contract = aReadContract({ distance }, { vehicle: { latestOdometer: at } });
        const limit = limitsInUnit(limitsOf(contract), unit).distance;
        const told = distanceUsed(contract, { readings: [], unit, overOn: null });
        if (limit.kind !== "limited" || told.kind !== "limited") throw new Error("It is limited.");
        const left = limit.left?.value ?? -1;
        if (value >= limit.start.value && value <= limit.end.value)
          expect((told.used?.value ?? -1) + left).toBe(told.all.value);
        expect(left === 0).toBe(distanceCovers(distance, { value: value + 1, unit }) === false);
      },
    ),
  );
});
