import type { Readings } from "@vehicle-contracts/contract-model";
import { expect, test } from "vitest";
import { aReading, hoursRead } from "../testing/readings.ts";
import { type Known, type ReadingForm, readingForm } from "./reading-form.ts";

const readings: Readings = {
  odometer: [aReading(20_000, "2026-04-11")],
  hours: [hoursRead(100, "2026-04-11")],
};
const faults = (given: Partial<ReadingForm>, known: Partial<Known> = {}) => {
  const form = readingForm({ readings, today: "2026-04-21", hasMeter: false, ...known });
  const { error } = form.safeParse({
    odometer: null,
    unit: "KM",
    correction: false,
    hours: null,
    hoursCorrection: false,
    date: "2026-04-21",
    source: "workshop",
    ...given,
  });
  return Object.fromEntries((error?.issues ?? []).map(({ path, message }) => [path.join("."), message]));
};

test("a reading needs a figure: of the odometer, or of the hours where there are any", () => {
  expect(faults({})).toEqual({ odometer: "Enter what the odometer says." });
  expect(faults({}, { hasMeter: true })).toEqual({
    odometer: "Enter what the odometer or the hour meter says.",
  });
  expect(faults({ hours: 120 }, { hasMeter: true })).toEqual({});
  expect(faults({ odometer: 20_500 })).toEqual({});
});

test("one below the last says the fact, and is taken as a correction", () => {
  expect(faults({ odometer: 19_999 })).toEqual({
    odometer:
      "19,999 km is below the last reading, 20,000 km on 11 Apr 2026. Enter a higher figure, or tick that it corrects the reading.",
  });
  expect(faults({ odometer: 19_999, correction: true })).toEqual({});
});

test("one above the next of a later day, and one of tomorrow, are faults of their fields", () => {
  expect(faults({ odometer: 20_001, date: "2026-04-01" }).odometer).toContain("is above the next reading");
  expect(faults({ odometer: 20_500, date: "2026-04-22" }).date).toContain("is after today");
  expect(faults({ odometer: 20_500, date: null }).date).toBe("Enter the day on which it was read.");
});

test("hours are looked at by themselves: each has its own tick", () => {
  expect(faults({ odometer: 20_500, hours: 99, correction: true }).hours).toContain(
    "is below the last reading",
  );
  expect(faults({ odometer: 20_500, hours: 99, hoursCorrection: true })).toEqual({});
});

test("while the readings are not known, the server alone tells", () => {
  expect(faults({ odometer: 1 }, { readings: null })).toEqual({});
});
