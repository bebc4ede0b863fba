import type { Contract } from "@vehicle-contracts/contract-model";
import { expect, test } from "vitest";
import { aReadContract } from "../../contracts/testing/a-read-contract.ts";
import { earlyEnd, type StandingReadings } from "./over-on.ts";

const read = (...values: [value: number, date: string][]): StandingReadings => ({
  odometer: values.map(([value, date]) => ({ value, unit: "KM", date })),
  hours: [],
});
const ended = (given: Partial<Contract>, readings: StandingReadings, cancelledOn: string | null = null) =>
  earlyEnd(aReadContract(given), { readings, cancelledOn });
const expired = { effectiveStatus: "EXPIRED" } as const;

test("the first reading beyond the limit ended it, though it would have ended by date meanwhile", () => {
  const readings = read([71_000, "2027-01-01"], [72_001, "2027-03-01"], [90_000, "2028-01-01"]);
  expect(ended(expired, readings)).toEqual({ by: "distance", on: "2027-03-01" });
  expect(ended({ ...expired, endDate: "2027-02-28" }, readings)).toBeNull();
});

test("one that was beyond its limit before it began was over on its first day", () => {
  expect(ended(expired, read([80_000, "2025-12-01"]))).toEqual({ by: "distance", on: "2026-02-01" });
});

test("hours end it too, and the first of the two counts", () => {
  const engineHours = { kind: "limited" as const, limit: 100, startHours: 0, endHours: 100 };
  const readings = { ...read([80_000, "2027-05-01"]), hours: [{ value: 101, date: "2027-04-01" }] };
  expect(ended({ ...expired, engineHours }, readings)).toEqual({ by: "hours", on: "2027-04-01" });
});

test("a cancelled one ended when it was cancelled, at its first day at the earliest", () => {
  const cancelled = { effectiveStatus: "CANCELLED" } as const;
  expect(ended(cancelled, read(), "2026-09-02")).toEqual({ by: "cancellation", on: "2026-09-02" });
  expect(ended(cancelled, read(), "2026-01-15")).toEqual({ by: "cancellation", on: "2026-02-01" });
  expect(ended(cancelled, read())).toEqual({ by: "cancellation", on: null });
});

test("what runs has no early end, and neither has what no reading ended", () => {
  expect(ended({}, read([80_000, "2027-05-01"]))).toBeNull();
  expect(ended(expired, read([72_000, "2027-05-01"]))).toBeNull();
  expect(ended({ ...expired, distance: { kind: "unknown" } }, read([80_000, "2027-05-01"]))).toBeNull();
});
