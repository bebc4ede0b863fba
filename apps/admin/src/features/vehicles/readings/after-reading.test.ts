import type { Readings, Vehicle } from "@vehicle-contracts/contract-model";
import { odometerStanding } from "@vehicle-contracts/contract-rules";
import { addDays } from "@vehicle-contracts/contract-rules/temporal";
import fc from "fast-check";
import { expect, test } from "vitest";
import { aReadContract } from "../../contracts/testing/a-read-contract.ts";
import { aReading, hoursRead } from "../testing/readings.ts";
import { contractAsRead, vehicleAsRead, withHours, withOdometer } from "./after-reading.ts";

const vehicle = { vehicleId: aReadContract().vehicleId, latestOdometer: null, latestHours: null } as Vehicle;

test("a reading takes its place by date, after those of its day", () => {
  const before: Readings = { odometer: [aReading(10, "2026-01-01"), aReading(30, "2026-03-01")], hours: [] };
  const after = withOdometer(before, aReading(20, "2026-02-01"));
  expect(after.odometer.map(({ value }) => value)).toEqual([10, 20, 30]);
  expect(vehicleAsRead(vehicle, after).latestOdometer).toMatchObject({ value: 30 });
});

test("a correction withdraws what contradicts it, and becomes the latest", () => {
  const before: Readings = {
    odometer: [aReading(10_000, "2026-01-01"), aReading(150_000, "2026-03-01")],
    hours: [],
  };
  const after = withOdometer(before, aReading(15_000, "2026-03-05", { correction: true }));
  expect(after.odometer.map(({ value, withdrawn }) => [value, withdrawn])).toEqual([
    [10_000, false],
    [150_000, true],
    [15_000, false],
  ]);
  expect(vehicleAsRead(vehicle, after).latestOdometer).toMatchObject({ value: 15_000 });
});

test("hours go alike", () => {
  const before: Readings = { odometer: [], hours: [hoursRead(100, "2026-03-01")] };
  const after = withHours(before, hoursRead(90, "2026-03-05", { correction: true }));
  expect(after.hours.map(({ value, withdrawn }) => [value, withdrawn])).toEqual([
    [100, true],
    [90, false],
  ]);
  expect(vehicleAsRead(vehicle, after).latestHours).toMatchObject({ value: 90 });
});

test("whatever was recorded before, what shows at once is what the rules make of all of them", () => {
  const anEntry = fc.record({
    value: fc.integer({ min: 0, max: 12 }),
    day: fc.integer({ min: 0, max: 6 }),
    correction: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(anEntry, { minLength: 1, maxLength: 8 }), (given) => {
      const recorded = given.map(({ value, day, correction }) =>
        aReading(value, addDays("2026-01-01", day), { correction }),
      );
      const shown = recorded.reduce<Readings>((readings, next) => withOdometer(readings, next), {
        odometer: [],
        hours: [],
      });
      const { latest } = odometerStanding(
        recorded.map(({ date, value, unit, correction }) => ({
          date,
          odometer: { value, unit },
          correction,
        })),
      );
      expect(vehicleAsRead(vehicle, shown).latestOdometer?.value).toBe(latest?.odometer.value);
    }),
  );
});

test("a contract whose limit the reading passes is over at once, one of another vehicle is left alone", () => {
  const contract = aReadContract();
  const read = { vehicleId: contract.vehicleId, latestHours: null };
  const at = (value: number) => ({
    ...read,
    latestOdometer: { value, unit: "KM" as const, date: "2027-08-01", source: "workshop" },
  });
  expect(contractAsRead(contract, at(72_000)).effectiveStatus).toBe("ACTIVE");
  expect(contractAsRead(contract, at(72_001)).effectiveStatus).toBe("EXPIRED");
  expect(contractAsRead(contract, { ...at(72_001), vehicleId: "another" })).toBe(contract);
});
