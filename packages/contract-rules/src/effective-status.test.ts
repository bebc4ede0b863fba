import { ContractStatus } from "@vehicle-contracts/contract-model";
import fc from "fast-check";
import { expect, test } from "vitest";
import { compareDistances } from "./distance.ts";
import { effectiveStatus, endInMillimetres, type Lifespan, pastLimit, runOutBy } from "./effective-status.ts";
import { addDays } from "./temporal.ts";
import { aDistanceTerm, aNearDate, aNearOdometer } from "./testing/arbitraries.ts";

const aHoursTerm = fc.oneof(
  fc.constant({ kind: "unlimited" as const }),
  fc.constant({ kind: "unknown" as const }),
  fc
    .integer({ min: 1, max: 20 })
    .map((limit) => ({ kind: "limited" as const, limit, startHours: 5, endHours: 5 + limit })),
);
const aContract: fc.Arbitrary<Lifespan> = fc.record({
  status: fc.constantFrom(...ContractStatus.options),
  startDate: aNearDate,
  endDate: fc.option(aNearDate),
  distance: aDistanceTerm,
  engineHours: aHoursTerm,
  awaitingProvider: fc.boolean(),
});
const someFacts = fc.record({
  today: aNearDate,
  latestOdometer: fc.option(aNearOdometer),
  latestHours: fc.option(fc.integer({ min: 0, max: 30 })),
});

const rank = ["PENDING", "ACTIVE", "SUSPENDED", "EXPIRED"];

test("what has run out never revives on a later day, nor at a higher reading", () => {
  fc.assert(
    fc.property(
      aContract,
      someFacts,
      fc.integer({ min: 0, max: 60 }),
      aNearOdometer,
      (contract, facts, days, odometer) => {
        const higher =
          facts.latestOdometer && compareDistances(odometer, facts.latestOdometer) > 0
            ? odometer
            : facts.latestOdometer;
        const later = { ...facts, today: addDays(facts.today, days), latestOdometer: higher };
        const [now, then] = [effectiveStatus(contract, facts), effectiveStatus(contract, later)];
        expect(rank.indexOf(then)).toBeGreaterThanOrEqual(rank.indexOf(now));
      },
    ),
    { numRuns: 500 },
  );
});

test("the status says what the lists derive from stored columns: exactly one of their conditions holds, and it is this one", () => {
  fc.assert(
    fc.property(aContract, someFacts, (contract, facts) => {
      const { status, startDate, endDate, awaitingProvider } = contract;
      const started = (startDate ?? "") <= facts.today;
      const over = pastLimit(contract, facts) || (endDate ?? "9") < facts.today;
      const running = ["PENDING", "ACTIVE", "SUSPENDED"].includes(status);
      const holds = {
        DRAFT: status === "DRAFT",
        CANCELLED: status === "CANCELLED",
        VOID: status === "VOID",
        PENDING:
          (["PENDING", "ACTIVE"].includes(status) && !started) ||
          (status === "PENDING" && awaitingProvider && started && !over),
        ACTIVE: started && !over && (status === "ACTIVE" || (status === "PENDING" && !awaitingProvider)),
        SUSPENDED: status === "SUSPENDED" && (!started || !over),
        EXPIRED: status === "EXPIRED" || (running && started && over),
      };
      const those = ContractStatus.options.filter((one) => holds[one]);
      expect(those).toEqual([effectiveStatus(contract, facts)]);
    }),
    { numRuns: 1_000 },
  );
});

test("a draft and a final state stay as stored, whatever happens", () => {
  fc.assert(
    fc.property(
      aContract,
      someFacts,
      fc.constantFrom("DRAFT", "EXPIRED", "CANCELLED", "VOID"),
      (contract, facts, status) => {
        expect(effectiveStatus({ ...contract, status }, facts)).toBe(status);
      },
    ),
  );
});

const limited = {
  status: "ACTIVE" as const,
  startDate: "2025-01-01",
  endDate: "2028-12-31",
  distance: {
    kind: "limited" as const,
    limit: { value: 60_000, unit: "KM" as const },
    startOdometer: { value: 12_000, unit: "KM" as const },
    endOdometer: { value: 72_000, unit: "KM" as const },
  },
};

test("what a contract ran out by is the first of date, distance and hours", () => {
  const over = { latestOdometer: { value: 72_001, unit: "KM" as const }, latestHours: 11 };
  const engineHours = { kind: "limited" as const, limit: 10, startHours: 0, endHours: 10 };
  const contract = { ...limited, engineHours };
  expect(runOutBy(contract, { ...over, today: "2029-01-01" })).toBe("DATE");
  expect(runOutBy(contract, { ...over, today: "2026-01-01" })).toBe("DISTANCE");
  expect(runOutBy(contract, { latestHours: 11, today: "2026-01-01" })).toBe("HOURS");
  expect(runOutBy(contract, { latestHours: 10, today: "2028-12-31" })).toBeNull();
  expect(runOutBy(contract, { ...over, today: "2024-12-31" })).toBeNull();
});

test("a reading of zero hours is a reading, and none is none", () => {
  const engineHours = { kind: "limited" as const, limit: 1, startHours: 0, endHours: 1 };
  expect(pastLimit({ engineHours }, { latestHours: 0 })).toBe(false);
  expect(pastLimit({ engineHours }, {})).toBe(false);
  expect(pastLimit({ engineHours }, { latestHours: 2 })).toBe(true);
});

test("the end in millimetres is kept only where a known limit ends it", () => {
  expect(endInMillimetres(limited.distance)).toBe(72_000_000_000);
  expect(endInMillimetres({ kind: "unknown" })).toBeNull();
});
