import type { Distance } from "@vehicle-contracts/contract-model";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "../temporal.ts";
import { startOdometerBreaks, startOdometerWarnings } from "./start-odometer.ts";

const km = (value: number) => ({ value, unit: "KM" as const });
const mi = (value: number) => ({ value, unit: "MI" as const });
const from = (startDate: string, startOdometer: Distance) => ({
  startDate,
  distance: { kind: "limited" as const, limit: { ...startOdometer, value: 60_000 }, startOdometer },
});
const bySale = { startBasis: "SALE" as const };
const readings = [
  { date: "2026-02-01", odometer: km(10_000) },
  { date: "2026-03-01", odometer: km(12_000) },
];
const refused = (
  startDate: string,
  start: Distance,
  plan: Parameters<typeof startOdometerBreaks>[0] = bySale,
) => startOdometerBreaks(plan, from(startDate, start), readings).map(({ path, code }) => `${path} ${code}`);
const warned = (startDate: string, start: Distance) =>
  startOdometerWarnings(from(startDate, start), readings).map(
    ({ code, fields }) => `${fields[0]?.path} ${code}`,
  );

describe("a start below what was read by then", () => {
  const below = ["distance.startOdometer START_ODOMETER_BELOW_LAST"];

  test("is refused, by the last reading up to its day", () => {
    expect(refused("2026-03-01", km(11_999))).toEqual(below);
    expect(refused("2026-02-28", km(11_999))).toEqual([]);
    expect(refused("2026-02-01", km(9_999))).toEqual(below);
    expect(refused("2026-01-31", km(0))).toEqual([]);
    expect(startOdometerBreaks(bySale, from("2026-03-01", km(11_999)), readings)[0]?.message).toBe(
      "11,999 km at the start is below the last reading by then, 12,000 km on 1 Mar 2026. Enter that or more; where the reading is wrong, record a correction.",
    );
  });

  test("in another unit only by a whole mile", () => {
    expect(refused("2026-03-01", mi(7_456))).toEqual([]);
    expect(refused("2026-03-01", mi(7_455))).toEqual(below);
  });

  test("not for a plan from the first registration, nor after a correction, nor where no distance counts", () => {
    expect(refused("2026-03-01", km(0), { startBasis: "FIRST_REGISTRATION" })).toEqual([]);
    const correction = { date: "2026-03-02", odometer: km(8_000), correction: true };
    expect(startOdometerBreaks(bySale, from("2026-03-02", km(8_000)), [...readings, correction])).toEqual([]);
    const unlimited = { startDate: "2026-03-02", distance: { kind: "unlimited" as const } };
    expect(startOdometerBreaks(bySale, unlimited, readings)).toEqual([]);
  });
});

describe("a start above what can be true is warned of", () => {
  const far = ["distance.startOdometer START_ODOMETER_FAR_ABOVE_LAST"];

  test("beyond 1,000 km and 100 km a day since the last reading", () => {
    expect(warned("2026-03-01", km(13_100))).toEqual([]);
    expect(warned("2026-03-01", km(13_101))).toEqual(far);
    expect(warned("2026-06-01", km(22_300))).toEqual([]);
    expect(warned("2026-06-01", km(22_301))).toEqual(far);
  });

  test("or beyond the next reading, in another unit by a whole mile", () => {
    const above = ["distance.startOdometer START_ODOMETER_ABOVE_NEXT"];
    expect(warned("2026-02-28", km(12_001))).toEqual(above);
    expect(warned("2026-02-28", km(12_000))).toEqual([]);
    expect(warned("2026-01-01", km(10_001))).toEqual(above);
    expect(warned("2026-02-28", mi(7_457))).toEqual([]);
    expect(warned("2026-02-28", mi(7_458))).toEqual(above);
  });

  test("where nothing was read, nothing is known", () => {
    expect(startOdometerWarnings(from("2026-03-01", km(900_000)), [])).toEqual([]);
  });

  test("and never of one that is refused", () => {
    const days = fc.integer({ min: 0, max: 100 }).map((day) => addDays("2026-01-01", day));
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 30_000 }), (day, value) => {
        expect(refused(day, km(value)).length * warned(day, km(value)).length).toBe(0);
      }),
    );
  });
});
