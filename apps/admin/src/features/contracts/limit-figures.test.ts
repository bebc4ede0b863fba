import type { Contract } from "@vehicle-contracts/contract-model";
import { expect, test } from "vitest";
import { limitFigure } from "./limit-figures.ts";
import { type LimitName, limitsOf } from "./limits.ts";
import { aReadContract } from "./testing/a-read-contract.ts";
import { british } from "./testing/british.ts";

const figure = (
  name: LimitName,
  given: Partial<Contract> = {},
  shorts: Parameters<typeof aReadContract>[1] = {},
) => limitFigure(name, limitsOf(aReadContract(given, shorts)), british);

test("a running contract says until when, what is left and how far it has come", () => {
  expect(figure("date")).toMatchObject({
    label: "Valid until",
    value: "31 Jan 2029",
    after: "549 days left",
    start: "from 1 Feb 2026",
    progress: "547 of 1,096 days",
  });
  expect(figure("distance")).toMatchObject({
    label: "Or until",
    value: "72,000 km",
    after: "39,000 km left",
    start: "from 12,000 km",
    progress: "33,000 km on 1 Aug",
  });
});

test("an open end and no limit are endless, an unknown limit is said to be unknown", () => {
  expect(figure("date", { endDate: null, openEnded: true })).toMatchObject({
    value: "Open-ended",
    isEndless: true,
  });
  expect(figure("distance", { distance: { kind: "unlimited" } })).toMatchObject({
    isEndless: true,
    share: null,
  });
  expect(figure("distance", { distance: { kind: "unknown" } })).toMatchObject({
    value: "Limit unknown",
    isUnknown: true,
    share: null,
  });
});

test("a draft has an end, but nothing of it has gone", () => {
  expect(figure("date", { effectiveStatus: "DRAFT" })).toMatchObject({
    label: "Would be valid until",
    share: null,
    progress: null,
  });
  expect(figure("distance", { effectiveStatus: "DRAFT" })).toMatchObject({
    after: "60,000 km in all",
    share: null,
  });
});

test("one that ran out says by what, and what it would have ended by", () => {
  const past = { vehicle: { latestOdometer: { value: 72_001, unit: "KM", date: "2027-07-20" } as const } };
  expect(figure("distance", { effectiveStatus: "EXPIRED" }, past).label).toBe("Ended at");
  expect(figure("date", { effectiveStatus: "EXPIRED" }, past).label).toBe("Would have ended");
});

test("engine hours without a reading say so", () => {
  const hours = { engineHours: { kind: "limited", limit: 2_000, startHours: 120, endHours: 2_120 } } as const;
  expect(figure("hours", hours)).toMatchObject({
    value: "2,120 h",
    after: "2,000 h in all",
    progress: "no reading yet",
  });
});

test.each(["CANCELLED", "VOID"] as const)(
  "of one that is %s nothing is left and nothing goes on",
  (status) => {
    const read = {
      engineHours: { kind: "limited", limit: 2_000, startHours: 120, endHours: 2_120 },
    } as const;
    const hours = { vehicle: { latestHours: { value: 200, date: "2027-07-20" } } } as const;
    const given = { effectiveStatus: status, ...read };
    const nothing = { share: null, progress: null };
    expect(figure("date", given)).toMatchObject({ ...nothing, after: null });
    expect(figure("distance", given)).toMatchObject({ ...nothing, after: "60,000 km in all" });
    expect(figure("hours", given, hours)).toMatchObject({ ...nothing, after: "2,000 h in all" });
  },
);
