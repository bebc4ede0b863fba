import { ContractStatus } from "@vehicle-contracts/contract-model";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clockMove } from "./clock-move.ts";
import { effectiveStatus, type Facts, type Lifespan } from "./effective-status.ts";
import { decideMove } from "./moves.ts";
import { todayIn } from "./temporal.ts";
import { aDistanceTerm, aNearDate, aNearOdometer } from "./testing/arbitraries.ts";

const sold: Lifespan = {
  status: "PENDING",
  startDate: "2026-03-29",
  endDate: "2026-10-24",
  distance: { kind: "unlimited" },
};

test("a start that is reached activates, and what has run out expires, each by a move of its own", () => {
  const owed = (changes: Partial<Lifespan>, today: string) =>
    clockMove({ ...sold, ...changes }, { today })?.action ?? null;
  expect([owed({}, "2026-03-28"), owed({}, "2026-03-29")]).toEqual([null, "activate"]);
  expect([owed({ status: "ACTIVE" }, "2026-10-24"), owed({ status: "ACTIVE" }, "2026-10-25")]).toEqual([
    null,
    "expire",
  ]);
  expect([owed({ status: "SUSPENDED" }, "2026-10-25"), owed({}, "2026-10-25")]).toEqual(["expire", "expire"]);
  expect(owed({ awaitingProvider: true }, "2026-03-29")).toBeNull();
  expect(owed({ awaitingProvider: true }, "2026-10-25")).toBe("expire");
});

test("distance and hours expire too, the day's contract before its start does not", () => {
  const km = (value: number) => ({ value, unit: "KM" as const });
  const distance = { kind: "limited" as const, limit: km(10), startOdometer: km(0), endOdometer: km(10) };
  const engineHours = { kind: "limited" as const, limit: 10, startHours: 0, endHours: 10 };
  const owed = (facts: Facts) => clockMove({ ...sold, status: "ACTIVE", distance, engineHours }, facts)?.to;
  expect(owed({ today: "2026-04-01", latestOdometer: km(10), latestHours: 10 })).toBeUndefined();
  expect(owed({ today: "2026-04-01", latestOdometer: km(11) })).toBe("EXPIRED");
  expect(owed({ today: "2026-04-01", latestHours: 11 })).toBe("EXPIRED");
  expect(owed({ today: "2026-03-28", latestHours: 11 })).toBeUndefined();
});

test("the clock changes what is stored, never what is effective; asked again it owes nothing", () => {
  fc.assert(
    fc.property(
      fc.record({
        status: fc.constantFrom(...ContractStatus.options),
        startDate: aNearDate,
        endDate: fc.option(aNearDate),
        awaitingProvider: fc.boolean(),
        distance: aDistanceTerm,
      }),
      fc.record({ today: aNearDate, latestOdometer: aNearOdometer }),
      (contract, facts) => {
        const owed = clockMove(contract, facts);
        if (!owed) return;
        const moved = { ...contract, status: owed.to };
        expect(effectiveStatus(moved, facts)).toBe(effectiveStatus(contract, facts));
        expect(clockMove(moved, facts)).toBeNull();
      },
    ),
  );
});

/** Around the midnight with which a contract starts on 2026-03-29, ends after 2026-10-24, and both days of a changed clock. */
describe.each([
  // Summer time ends in Auckland on 5 April 2026 at 3:00 (25 hours) and begins on 27 September (23 hours).
  ["Pacific/Auckland", "2026-04-05", "2026-04-04T10:59:59.999Z", "2026-04-04T11:00:00.000Z"],
  ["Pacific/Auckland", "2026-04-06", "2026-04-05T11:59:59.999Z", "2026-04-05T12:00:00.000Z"],
  ["Pacific/Auckland", "2026-09-27", "2026-09-26T11:59:59.999Z", "2026-09-26T12:00:00.000Z"],
  ["Pacific/Auckland", "2026-09-28", "2026-09-27T10:59:59.999Z", "2026-09-27T11:00:00.000Z"],
  // In Berlin it begins on 29 March at 2:00 (23 hours) and ends on 25 October (25 hours).
  ["Europe/Berlin", "2026-03-29", "2026-03-28T22:59:59.999Z", "2026-03-28T23:00:00.000Z"],
  ["Europe/Berlin", "2026-03-30", "2026-03-29T21:59:59.999Z", "2026-03-29T22:00:00.000Z"],
  ["Europe/Berlin", "2026-10-25", "2026-10-24T21:59:59.999Z", "2026-10-24T22:00:00.000Z"],
  ["Europe/Berlin", "2026-10-26", "2026-10-25T22:59:59.999Z", "2026-10-25T23:00:00.000Z"],
  // In Los Angeles on 8 March (23 hours) and on 1 November (25 hours).
  ["America/Los_Angeles", "2026-03-08", "2026-03-08T07:59:59.999Z", "2026-03-08T08:00:00.000Z"],
  ["America/Los_Angeles", "2026-03-09", "2026-03-09T06:59:59.999Z", "2026-03-09T07:00:00.000Z"],
  ["America/Los_Angeles", "2026-11-01", "2026-11-01T06:59:59.999Z", "2026-11-01T07:00:00.000Z"],
  ["America/Los_Angeles", "2026-11-02", "2026-11-02T07:59:59.999Z", "2026-11-02T08:00:00.000Z"],
])("in %s, %s begins between %s and %s", (zone, day, before, after) => {
  const at = (instant: string): Facts => ({ today: todayIn(zone, instant) });
  const dayBefore = todayIn(zone, before);

  test("a contract that starts on it is activated with its first moment, by the clock or by hand", () => {
    const contract: Lifespan = { ...sold, startDate: day, endDate: "2027-12-31" };
    expect(clockMove(contract, at(before))).toBeNull();
    expect(clockMove(contract, at(after))).toEqual({ action: "activate", to: "ACTIVE" });
    expect(decideMove("activate", contract, at(before))).toMatchObject({ fields: [{ code: "NOT_STARTED" }] });
    expect(decideMove("activate", contract, at(after))).toEqual({ ok: true, value: { to: "ACTIVE" } });
  });

  test("a contract that ends on the day before expires with it, and can be suspended until then", () => {
    const contract: Lifespan = { ...sold, status: "ACTIVE", startDate: "2026-01-01", endDate: dayBefore };
    const suspended = (instant: string) => {
      const outcome = decideMove("suspend", contract, { ...at(instant), reason: "stolen" });
      return outcome.ok ? outcome.value.to : outcome.fields[0]?.code;
    };
    expect(clockMove(contract, at(before))).toBeNull();
    expect(clockMove(contract, at(after))).toEqual({ action: "expire", to: "EXPIRED" });
    expect([suspended(before), suspended(after)]).toEqual(["SUSPENDED", "WRONG_STATUS"]);
  });
});
