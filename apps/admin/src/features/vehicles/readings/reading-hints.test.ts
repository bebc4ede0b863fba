import type { Readings } from "@vehicle-contracts/contract-model";
import { expect, test } from "vitest";
import { british } from "../../contracts/testing/british.ts";
import { aReading, hoursRead } from "../testing/readings.ts";
import { hoursHint, odometerHint } from "./reading-hints.ts";

const readings: Readings = {
  odometer: [aReading(10_000, "2026-01-01"), aReading(20_000, "2026-04-11")],
  hours: [hoursRead(100, "2026-01-01")],
};
const hint = (value: number | null, date = "2026-04-21", unit: "KM" | "MI" = "KM", known = readings) =>
  odometerHint(known, { value, unit, date }, british);

test("before a figure stands there, the last reading is said; then how much more it is", () => {
  expect(hint(null).help).toBe("Last read 20,000 km on 11 Apr 2026.");
  expect(hint(2).help).toBe("Last read 20,000 km on 11 Apr 2026.");
  expect(hint(20_500).help).toBe("500 km more, in 10 days.");
  expect(hint(20_500, "2026-04-11").help).toBe("500 km more, the same day.");
  expect(hint(20_000).help).toBe("As last read on 11 Apr 2026.");
});

test("counts from the reading before the day, and says where there is none", () => {
  expect(hint(15_000, "2026-02-01").help).toBe("5,000 km more, in 31 days.");
  expect(hint(5, "2025-12-31").help).toBe("No reading before that day.");
  expect(hint(5, "2026-04-21", "KM", { odometer: [], hours: [] }).help).toBe(
    "The first reading of this vehicle.",
  );
});

test("in another unit the difference is said in the unit that is typed", () => {
  // 20,000 km are 12,427.4 mi
  expect(hint(13_000, "2026-04-21", "MI").help).toBe("572 mi more, in 10 days.");
});

test("a figure that is much too high names the usual pace", () => {
  expect(hint(210_000).jump).toBe(
    "190,000 km more than on 11 Apr 2026, 10 days before. Usually it is about 100 km a day. Look at the figure again.",
  );
  expect(hint(20_500).jump).toBeNull();
});

test("names the readings that a correction puts right, not those that it agrees with", () => {
  expect(hint(15_000).withdraws).toEqual(["20,000 km on 11 Apr 2026"]);
  expect(hint(5_000).withdraws).toEqual(["10,000 km on 1 Jan 2026", "20,000 km on 11 Apr 2026"]);
  expect(hint(20_500).withdraws).toEqual([]);
});

test("what was withdrawn before counts no more", () => {
  const known = {
    ...readings,
    odometer: [...readings.odometer, aReading(90_000, "2026-04-12", { withdrawn: true })],
  };
  expect(hint(20_500, "2026-04-21", "KM", known)).toMatchObject({
    help: "500 km more, in 10 days.",
    withdraws: [],
  });
});

test("engine hours are told alike", () => {
  const hours = (value: number) => hoursHint(readings, { value, date: "2026-04-11" }, british);
  expect(hours(90)).toMatchObject({
    help: "Last read 100 h on 1 Jan 2026.",
    withdraws: ["100 h on 1 Jan 2026"],
  });
  expect(hours(150).help).toBe("50 h more, in 100 days.");
  expect(hours(20_000).jump).toContain("19,900 h more than on 1 Jan 2026");
});
