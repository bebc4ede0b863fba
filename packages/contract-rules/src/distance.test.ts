import fc from "fast-check";
import { expect, test } from "vitest";
import { completeDistance, completeHours } from "./complete-limits.ts";
import {
  compareDistances,
  distanceCovers,
  distanceLeft,
  hoursCover,
  hoursLeft,
  millimetres,
  readsLower,
  wholeIn,
} from "./distance.ts";
import { aDistance, aDistanceTerm, aNearOdometer } from "./testing/arbitraries.ts";

const km = (value: number) => ({ value, unit: "KM" as const });
const mi = (value: number) => ({ value, unit: "MI" as const });
const big = ({ value, unit }: { value: number; unit: "KM" | "MI" }) =>
  BigInt(value) * (unit === "KM" ? 1_000_000n : 1_609_344n);

test("distances compare to the millimetre, as whole numbers of any size do", () => {
  fc.assert(
    fc.property(fc.oneof(aDistance, aNearOdometer), fc.oneof(aDistance, aNearOdometer), (a, b) => {
      expect(BigInt(millimetres(a))).toBe(big(a));
      expect(compareDistances(a, b)).toBe(big(a) < big(b) ? -1 : big(a) > big(b) ? 1 : 0);
    }),
  );
  expect(compareDistances(km(25_146), mi(15_625))).toBe(0);
});

test("the whole units of an end are the last that it covers, in either unit", () => {
  fc.assert(
    fc.property(fc.oneof(aDistance, aNearOdometer), fc.constantFrom("KM", "MI"), (end, unit) => {
      const last = wholeIn(end, unit);
      expect(compareDistances(last, end)).toBeLessThanOrEqual(0);
      expect(compareDistances({ value: last.value + 1, unit }, end)).toBe(1);
    }),
  );
  expect(wholeIn(km(72_000), "MI")).toEqual(mi(44_738));
  expect(wholeIn(mi(15_625), "KM")).toEqual(km(25_146));
});

test("a reading in the other unit is lower only from a whole mile on", () => {
  fc.assert(
    fc.property(aNearOdometer, aNearOdometer, (a, b) => {
      const expected = a.unit === b.unit ? a.value < b.value : big(b) - big(a) >= 1_609_344n;
      expect(readsLower(a, b)).toBe(expected);
    }),
  );
});

test("exactly a mile less is a step back, also across units", () => {
  expect(readsLower(mi(15_624), km(25_146))).toBe(true);
  expect(readsLower(mi(15_625), km(25_147))).toBe(false);
});

test("the end odometer is still covered, one more is not", () => {
  const term = completeDistance({ kind: "limited", limit: km(60_000), startOdometer: km(12_000) });
  if (!term.ok) throw new Error("one unit is fine");
  expect(term.value).toMatchObject({ endOdometer: km(72_000) });
  expect(
    [km(72_000), km(72_001), mi(44_738), mi(44_739)].map((at) => distanceCovers(term.value, at)),
  ).toEqual([true, false, true, false]);
  expect(distanceLeft(term.value, mi(44_738))).toEqual(km(1));
  expect(distanceLeft(term.value, km(90_000))).toEqual(km(0));
});

test("what is left is the most whole units that are still covered", () => {
  fc.assert(
    fc.property(aDistanceTerm, aNearOdometer, (term, odometer) => {
      const left = distanceLeft(term, odometer);
      if (term.kind !== "limited") {
        expect(left).toBeNull();
        return;
      }
      const unit = big({ value: 1, unit: term.limit.unit });
      const rest = big(term.endOdometer) - big(odometer);
      expect(left?.unit).toBe(term.limit.unit);
      const units = BigInt(left?.value ?? -1);
      expect(units * unit <= (rest > 0n ? rest : 0n)).toBe(true);
      expect((units + 1n) * unit > rest).toBe(true);
    }),
  );
});

test("unknown is not unlimited: nobody can say whether it covers", () => {
  expect(distanceCovers({ kind: "unlimited" }, km(999_999))).toBe(true);
  expect(distanceCovers({ kind: "unknown" }, km(1))).toBeNull();
  expect(hoursCover({ kind: "unlimited" }, 99)).toBe(true);
  expect(hoursCover({ kind: "unknown" }, 99)).toBeNull();
  expect(hoursLeft({ kind: "unknown" }, 99)).toBeNull();
});

test("engine hours end as distances do", () => {
  const term = completeHours({ kind: "limited", limit: 5_000, startHours: 1_200 });
  if (!term.ok) throw new Error("it is complete");
  expect(term.value).toEqual({ kind: "limited", limit: 5_000, startHours: 1_200, endHours: 6_200 });
  expect([6_200, 6_201].map((hours) => hoursCover(term.value, hours))).toEqual([true, false]);
  expect([6_199, 6_300].map((hours) => hoursLeft(term.value, hours))).toEqual([1, 0]);
});

test("left out, the distance is unknown and the engine hours are unlimited", () => {
  expect(completeDistance(null)).toEqual({ ok: true, value: { kind: "unknown" } });
  expect(completeHours(undefined)).toEqual({ ok: true, value: { kind: "unlimited" } });
  expect(completeDistance({ kind: "unlimited" })).toEqual({ ok: true, value: { kind: "unlimited" } });
});

test("a contract has one unit, and its end is its start and its limit", () => {
  const limited = { kind: "limited" as const, limit: km(60_000), startOdometer: km(12_000) };
  const paths = (outcome: ReturnType<typeof completeDistance>) =>
    outcome.ok ? [] : outcome.fields.map(({ path, code }) => `${path} ${code}`);
  expect(paths(completeDistance({ ...limited, startOdometer: mi(7_500) }))).toEqual([
    "distance.startOdometer UNIT_MIXED",
  ]);
  expect(paths(completeDistance({ ...limited, endOdometer: mi(44_738) }))).toEqual([
    "distance.endOdometer UNIT_MIXED",
  ]);
  expect(paths(completeDistance({ ...limited, endOdometer: km(72_001) }))).toEqual([
    "distance.endOdometer DISTANCE_MISMATCH",
  ]);
  expect(completeDistance({ ...limited, endOdometer: km(72_000) }).ok).toBe(true);
  expect(completeHours({ kind: "limited", limit: 10, startHours: 5, endHours: 16 })).toMatchObject({
    ok: false,
    fields: [{ path: "engineHours.endHours", code: "HOURS_MISMATCH" }],
  });
});
