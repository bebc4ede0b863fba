import fc from "fast-check";
import { expect, test } from "vitest";
import { readsLower } from "./distance.ts";
import {
  hoursBreaks,
  hoursStanding,
  hoursWarnings,
  type OdometerEntry,
  odometerBreaks,
  odometerStanding,
  odometerWarnings,
} from "./readings.ts";
import { aNearDate, aNearOdometer } from "./testing/arbitraries.ts";

const km = (date: string, value: number, correction = false) => ({
  date,
  odometer: { value, unit: "KM" as const },
  correction,
});
const codes = (recorded: OdometerEntry[], next: OdometerEntry, today: string | null = "2026-12-31") =>
  odometerBreaks(recorded, next, today).map(({ path, code }) => `${path} ${code}`);

const twoReadings = [km("2026-01-01", 10_000), km("2026-12-01", 20_000)];

test("a reading fits between the last before it and the next after it; equal is fine", () => {
  expect(codes(twoReadings, km("2026-06-01", 10_000))).toEqual([]);
  expect(codes(twoReadings, km("2026-06-01", 20_000))).toEqual([]);
  expect(codes(twoReadings, km("2026-06-01", 9_999))).toEqual(["odometer BELOW_LAST"]);
  expect(codes(twoReadings, km("2026-06-01", 20_001))).toEqual(["odometer ABOVE_NEXT"]);
  expect(codes(twoReadings, km("2026-12-01", 19_999))).toEqual(["odometer BELOW_LAST"]);
});

test("tomorrow's reading has not been read, not even as a correction", () => {
  expect(codes([], km("2026-06-02", 1), "2026-06-01")).toEqual(["date FUTURE_READING"]);
  expect(codes([], km("2026-06-02", 1, true), "2026-06-01")).toEqual(["date FUTURE_READING"]);
  expect(codes([], km("2026-06-01", 1), "2026-06-01")).toEqual([]);
});

test("a refusal names the reading that it meets, and what would be right", () => {
  const last = { date: "2026-11-03", odometer: { value: 8_420, unit: "MI" as const } };
  const [field] = odometerBreaks(
    [last],
    { date: "2026-11-04", odometer: { value: 8_240, unit: "MI" } },
    null,
  );
  expect(field?.message).toBe(
    "8,240 mi is below the last reading, 8,420 mi on 3 Nov 2026. Enter a higher figure, or tick that it corrects the reading.",
  );
});

test("a correction withdraws the mistyped reading, and the next goes on from it", () => {
  const readings = [km("2026-01-01", 10_000), km("2026-06-01", 150_000), km("2026-06-02", 15_000, true)];
  const { withdrawn, latest, standing } = odometerStanding(readings);
  expect(withdrawn).toEqual([false, true, false]);
  expect(latest).toBe(readings[2]);
  expect(standing).toEqual([readings[0], readings[2]]);
  expect(codes(readings, km("2026-06-09", 15_200))).toEqual([]);
});

test("a correction upwards withdraws the lower readings after it", () => {
  const { withdrawn, latest } = odometerStanding([...twoReadings, km("2026-06-01", 30_000, true)]);
  expect(withdrawn).toEqual([false, true, false]);
  expect(latest?.odometer.value).toBe(30_000);
});

test("what is recorded after a correction is not withdrawn by it", () => {
  const readings = [km("2026-06-01", 15_000, true), km("2026-05-01", 15_000), km("2026-07-01", 15_001)];
  expect(odometerStanding(readings).withdrawn).toEqual([false, false, false]);
});

test("a vehicle without readings has no latest one", () => {
  expect(odometerStanding([])).toEqual({ standing: [], withdrawn: [], latest: null });
});

test("engine hours stand and are refused alike", () => {
  const recorded = [{ date: "2026-01-01", hours: 100 }];
  expect(hoursBreaks(recorded, { date: "2026-02-01", hours: 99 }, "2026-12-31")).toMatchObject([
    { path: "hours", code: "BELOW_LAST" },
  ]);
  expect(
    hoursStanding([...recorded, { date: "2026-02-01", hours: 90, correction: true }]).latest?.hours,
  ).toBe(90);
});

// The rule once more, as slow and plain as it is said.
function plainly(readings: OdometerEntry[]) {
  const kept: { entry: OdometerEntry; gone: boolean; at: number }[] = [];
  const answers = readings.map((entry, at) => {
    const standing = kept.filter((one) => !one.gone);
    if (entry.correction) {
      for (const one of standing)
        if (
          one.entry.date > entry.date
            ? readsLower(one.entry.odometer, entry.odometer)
            : readsLower(entry.odometer, one.entry.odometer)
        )
          one.gone = true;
    } else {
      const inOrder = [...standing].sort((a, b) => a.entry.date.localeCompare(b.entry.date) || a.at - b.at);
      const before = inOrder.filter((one) => one.entry.date <= entry.date).pop();
      const after = inOrder.filter((one) => one.entry.date > entry.date).shift();
      if (before && readsLower(entry.odometer, before.entry.odometer)) return "BELOW_LAST";
      if (after && readsLower(after.entry.odometer, entry.odometer)) return "ABOVE_NEXT";
    }
    kept.push({ entry, gone: false, at });
    return "TAKEN";
  });
  const inOrder = kept
    .filter((one) => !one.gone)
    .sort((a, b) => a.entry.date.localeCompare(b.entry.date) || a.at - b.at);
  return { answers, latest: inOrder.pop()?.entry ?? null };
}

const aReading = fc.record({
  date: aNearDate,
  odometer: aNearOdometer,
  correction: fc.integer({ min: 0, max: 4 }).map((n) => n === 0),
});

test("readings in any order are taken and withdrawn as the rule says", () => {
  fc.assert(
    fc.property(fc.array(aReading, { maxLength: 14 }), (readings) => {
      const taken: OdometerEntry[] = [];
      const answers = readings.map((reading) => {
        const [refusal] = odometerBreaks(taken, reading, null);
        if (!refusal) taken.push(reading);
        return refusal?.code ?? "TAKEN";
      });
      const expected = plainly(readings);
      expect(answers).toEqual(expected.answers);
      expect(odometerStanding(taken).latest).toBe(expected.latest);
    }),
    { numRuns: 500 },
  );
});

test("in one unit, the readings that stand never step back", () => {
  const inKilometres = aReading.map((reading) => ({
    ...reading,
    odometer: { ...reading.odometer, unit: "KM" as const },
  }));
  fc.assert(
    fc.property(fc.array(inKilometres, { maxLength: 14 }), (readings) => {
      const taken: OdometerEntry[] = [];
      for (const reading of readings)
        if (odometerBreaks(taken, reading, null).length === 0) taken.push(reading);
      const values = odometerStanding(taken).standing.map((entry) => entry.odometer.value);
      expect(values).toEqual([...values].sort((a, b) => a - b));
    }),
  );
});

test("a mileage that is only asked about is warned of where it contradicts a reading, and never where it fits", () => {
  const asked = (date: string, value: number) =>
    odometerWarnings(twoReadings, km(date, value)).map(({ code, message }) => `${code} ${message}`);
  expect(asked("2026-06-01", 15_000)).toEqual([]);
  expect(asked("2026-12-01", 19_999)).toEqual([
    "BELOW_LAST 19,999 km is below the last reading, 20,000 km on 1 Dec 2026. Check the figure; where the reading is wrong, record a correction.",
  ]);
  expect(asked("2026-06-01", 20_001)).toEqual([
    "ABOVE_NEXT 20,001 km is above the next reading, 20,000 km on 1 Dec 2026. Check the figure; where the reading is wrong, record a correction.",
  ]);
  expect(hoursWarnings([{ date: "2026-01-01", hours: 10 }], { date: "2026-01-02", hours: 9 })).toHaveLength(
    1,
  );
});
