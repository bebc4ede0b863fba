import type { ContractInput, Distance } from "@vehicle-contracts/contract-model";
import fc from "fast-check";
import { expect, test } from "vitest";
import { completeRecord } from "./complete-record.ts";
import type { WrittenFields } from "./fixed-fields.ts";
import type { Outcome } from "./outcome.ts";
import {
  type PlanOfToday,
  type RenewalFacts,
  renewalBreaks,
  renewalDates,
  renewalRecord,
} from "./renewal.ts";
import { addDays } from "./temporal.ts";
import { daysOfTerm, endOfTerm, wholeMonths } from "./terms.ts";
import { aDate } from "./testing/arbitraries.ts";

test("a renewal starts the day after and lasts as many months", () => {
  expect(renewalDates({ startDate: "2025-01-01", endDate: "2028-12-31", termMonths: 48 })).toEqual({
    ok: true,
    value: { startDate: "2029-01-01", endDate: "2032-12-31", termMonths: 48 },
  });
});

test("dates that happen to be whole months are renewed by months, others by days", () => {
  fc.assert(
    fc.property(aDate, fc.integer({ min: 0, max: 800 }), (startDate, days) => {
      const endDate = addDays(startDate, days);
      const renewal = renewalDates({ startDate, endDate, termMonths: null });
      if (!renewal.ok) throw new Error("dates with an end can be renewed");
      const months = wholeMonths(startDate, endDate);
      expect(renewal.value.startDate).toBe(addDays(endDate, 1));
      expect(renewal.value.termMonths).toBe(months);
      if (months) expect(renewal.value.endDate).toBe(endOfTerm(renewal.value.startDate, months));
      else expect(daysOfTerm(renewal.value.startDate, renewal.value.endDate)).toBe(days + 1);
    }),
  );
});

test.each([
  [{ startDate: "2025-01-01" }, "OPEN_ENDED"],
  [{ endDate: "2025-12-31" }, "START_MISSING"],
  [{ startDate: "2990-01-01", endDate: "2998-12-31" }, "END_TOO_LATE"],
])("a renewal of %j is refused: %s", (term, code) => {
  expect(renewalDates(term)).toMatchObject({ ok: false, fields: [{ code }] });
});

const km = (value: number) => ({ value, unit: "KM" as const });
const from12To72 = {
  kind: "limited" as const,
  limit: km(60_000),
  startOdometer: km(12_000),
  endOdometer: km(72_000),
};

/** Sold by 48 months to 2028-12-31, from 12,000 to 72,000 km. */
function aRecord(facts: Partial<ContractInput> = {}): WrittenFields {
  const record = completeRecord({
    storeId: "s",
    vehicleId: "v",
    type: "EXTENDED_WARRANTY",
    providerId: "i",
    contractNumber: "EW-1",
    notes: "Calls back on Monday",
    plan: { code: "DS48", version: 1 },
    parties: [{ role: "HOLDER", partyId: "erika" }],
    saleDate: "2024-12-20",
    startDate: "2025-01-01",
    termMonths: 48,
    waitingDays: 30,
    distance: from12To72,
    price: { grossMinor: 200_000, currency: "EUR" },
    origin: { sourceSystem: "EVA", externalReferences: [{ system: "EVA", id: "7" }] },
    ...facts,
  });
  if (!record.ok) throw new Error("the record is complete");
  return record.value;
}

const facts = { today: "2028-12-01", hasSuccessor: false, latestOdometer: km(58_400) };
const active = { status: "ACTIVE" as const };
const renewed = (record: WrittenFields, given: Partial<RenewalFacts> = {}, plan: PlanOfToday | null = null) =>
  settled(renewalRecord(record, active, { ...facts, ...given }, plan));
const settled = <Value>(outcome: Outcome<Value>): Value => {
  if (!outcome.ok) throw new Error(outcome.fields.map(({ message }) => message).join(" "));
  return outcome.value;
};

test("a renewal is sold today without a waiting period, for as long and as far, from the latest reading", () => {
  expect(renewed(aRecord())).toEqual({
    ...aRecord(),
    contractNumber: null,
    notes: null,
    parties: [{ role: "HOLDER", partyId: "erika", from: "2029-01-01", to: null }],
    saleDate: "2028-12-01",
    startDate: "2029-01-01",
    endDate: "2032-12-31",
    termMonths: 48,
    waitingDays: 0,
    distance: { ...from12To72, startOdometer: km(58_400), endOdometer: km(118_400) },
    origin: { sourceSystem: "NATIVE", externalReferences: [] },
  });
});

test("it takes the plan's version and price of today, and what else that says", () => {
  const price = { netMinor: 200_000, taxRate: "0", taxMinor: 0, grossMinor: 220_000, currency: "EUR" };
  const plan = { plan: { code: "DS48", version: 3 }, price, allowances: [] };
  expect(renewed(aRecord(), {}, plan)).toMatchObject(plan);
});

test("a line of the plan ends of its own where that is before the contract does; what was paid was for the former", () => {
  const line = {
    code: "A",
    description: null,
    treatment: "COVERED" as const,
    partsPercent: 100,
    labourPercent: 100,
  };
  const own = (endDate: string | null, endOdometer: Distance | null) => ({
    ...line,
    ...{ endDate, endOdometer, maximumAmount: null },
  });
  const coverage = [
    own("2032-12-30", km(118_399)),
    own("2033-01-01", km(118_401)),
    own("2032-12-31", km(118_400)),
  ];
  const record = aRecord({ paid: { amountMinor: 1, currency: "EUR" } });
  const after = renewed(record, {}, { plan: { code: "DS48", version: 3 }, coverage });
  expect(after.coverage.map(({ endDate, endOdometer }) => [endDate, endOdometer])).toEqual([
    ["2032-12-30", km(118_399)],
    [null, null],
    ["2032-12-31", km(118_400)],
  ]);
  expect(after.paid).toBeNull();
});

test("a reading in the other unit counts in the contract's own, rounded down", () => {
  const latestOdometer = { value: 31_250, unit: "MI" as const };
  expect(renewed(aRecord(), { latestOdometer }).distance).toMatchObject({
    startOdometer: km(50_292),
    endOdometer: km(110_292),
  });
});

test("without a reading the limit counts from where the former one began; unlimited and unknown stay so", () => {
  expect(renewed(aRecord(), { latestOdometer: null }).distance).toEqual(from12To72);
  for (const kind of ["unlimited", "unknown"] as const)
    expect(renewed(aRecord({ distance: { kind } })).distance).toEqual({ kind });
});

test("engine hours go on from the latest reading too", () => {
  const engineHours = { kind: "limited" as const, limit: 1_000, startHours: 100 };
  const hours = (latestHours: number | null) =>
    renewed(aRecord({ engineHours }), { latestHours }).engineHours;
  expect(hours(900)).toEqual({ kind: "limited", limit: 1_000, startHours: 900, endHours: 1_900 });
  expect(hours(null)).toEqual({ kind: "limited", limit: 1_000, startHours: 100, endHours: 1_100 });
});

test("a coverage line with ends of its own has them as long and as far after the new start", () => {
  const line = { treatment: "COVERED" as const, partsPercent: 100, labourPercent: 100 };
  const coverage = [
    { ...line, code: "PAINT", endDate: "2026-12-31", endOdometer: km(32_000) },
    { ...line, code: "BATTERY", endDate: "2025-01-10" },
    { ...line, code: "*", endDate: "2028-12-31", endOdometer: km(90_000) },
    { ...line, code: "SEATS" },
  ];
  const ends = renewed(aRecord({ coverage })).coverage.map(({ endDate, endOdometer }) => [
    endDate,
    endOdometer,
  ]);
  expect(ends).toEqual([
    ["2030-12-31", km(78_400)],
    ["2029-01-10", null],
    ["2032-12-31", km(118_400)],
    [null, null],
  ]);
});

test("who holds it on the last day goes on, and who has left before does not", () => {
  const parties = [
    { role: "HOLDER" as const, partyId: "erika", to: "2026-05-31" },
    { role: "HOLDER" as const, partyId: "max", from: "2026-06-01" },
    { role: "LIENHOLDER" as const, partyId: "bank", to: "2027-12-31" },
    { role: "PAYER" as const, partyId: "firm" },
  ];
  expect(renewed(aRecord({ parties })).parties).toEqual([
    { role: "HOLDER", partyId: "max", from: "2029-01-01", to: null },
    { role: "PAYER", partyId: "firm", from: "2029-01-01", to: null },
  ]);
});

test.each([
  ["DRAFT", "WRONG_STATUS"],
  ["SUSPENDED", null],
  ["EXPIRED", "WRONG_STATUS"],
  ["CANCELLED", "WRONG_STATUS"],
  ["VOID", "WRONG_STATUS"],
] as const)("a contract that is %s: %s", (status, code) => {
  expect(renewalBreaks({ ...aRecord(), status }, facts)?.code ?? null).toBe(code);
});

test("what counts is the effective status: on its last day a contract is renewed, the day after it is sold anew", () => {
  const on = (today: string, status: "PENDING" | "ACTIVE" = "ACTIVE") =>
    renewalBreaks({ ...aRecord(), status }, { ...facts, today })?.code ?? null;
  expect([on("2028-12-31"), on("2029-01-01"), on("2024-12-31")]).toEqual([
    null,
    "WRONG_STATUS",
    "WRONG_STATUS",
  ]);
  expect([on("2025-01-01", "PENDING"), on("2024-12-31", "PENDING")]).toEqual([null, "WRONG_STATUS"]);
  const beyond = { ...facts, latestOdometer: km(72_001) };
  expect(renewalBreaks({ ...aRecord(), status: "ACTIVE" }, beyond)).toMatchObject({
    code: "WRONG_STATUS",
    message: expect.stringContaining("sold anew"),
  });
});

test("of several faults the status is named first, then a missing end, then a living successor", () => {
  const openEnded = aRecord({ termMonths: null, openEnded: true });
  const code = (record: WrittenFields, hasSuccessor: boolean) =>
    renewalBreaks({ ...record, ...active }, { ...facts, hasSuccessor })?.code;
  expect(code(openEnded, true)).toBe("OPEN_ENDED");
  expect(code(aRecord(), true)).toBe("ALREADY_RENEWED");
  expect(renewalBreaks({ ...aRecord(), status: "VOID" }, { ...facts, hasSuccessor: true })?.code).toBe(
    "WRONG_STATUS",
  );
});

test("a reading that a record cannot hold in the contract's unit is refused, not cut", () => {
  const latestOdometer = { value: 9_999_999, unit: "MI" as const };
  const term = { ...from12To72, limit: km(20_000_000), endOdometer: km(20_012_000) };
  const far = { ...facts, latestOdometer };
  expect(renewalRecord(aRecord({ distance: term }), active, far, null)).toMatchObject({
    ok: false,
    fields: [{ code: "TOO_LARGE" }],
  });
});
