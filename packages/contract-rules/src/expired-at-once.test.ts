import { expect, test } from "vitest";
import type { Limits } from "./effective-status.ts";
import { expiredAtOnce } from "./expired-at-once.ts";

const km = (value: number) => ({ value, unit: "KM" as const });
const limits: Limits = {
  startDate: "2025-02-01",
  endDate: "2026-01-31",
  distance: { kind: "limited", limit: km(60_000), startOdometer: km(12_000), endOdometer: km(72_000) },
  engineHours: { kind: "limited", limit: 500, startHours: 100, endHours: 600 },
};
const said = (today: string, latestOdometer = km(72_000), latestHours = 600) =>
  expiredAtOnce(limits, { today, latestOdometer, latestHours }).map(
    ({ code, message, fields }) => `${code} ${fields[0]?.path}: ${message.split(":")[0]}`,
  );

test("a contract that covers its last day, mileage and hour still is not warned of, nor one that has not begun", () => {
  expect(said("2026-01-31")).toEqual([]);
  expect(said("2025-01-31", km(80_000))).toEqual([]);
});

test.each([
  [said("2026-02-01"), "endDate: The last day covered, 31 Jan 2026, is past"],
  [
    said("2026-01-31", km(72_001)),
    "distance.endOdometer: The vehicle has 72,001 km, beyond the last covered, 72,000 km",
  ],
  [
    said("2026-01-31", km(72_000), 601),
    "engineHours.endHours: The engine has run 601 hours, beyond the last covered, 600 hours",
  ],
])("what has run out is said at the limit it ran out by: %s", (warnings, expected) => {
  expect(warnings).toEqual([`EXPIRED_AT_ONCE ${expected}`]);
});
