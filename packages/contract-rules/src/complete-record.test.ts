import { ContractChanges, ContractInput, contractFieldNames } from "@vehicle-contracts/contract-model";
import { describe, expect, test } from "vitest";
import { changeRecord, completeRecord } from "./complete-record.ts";
import type { WrittenFields } from "./fixed-fields.ts";
import type { Outcome } from "./outcome.ts";

const id = (digit: number) => `0199b3c4-5d6e-7f80-9a1b-00000000000${digit}`;
const required = { storeId: id(1), vehicleId: id(2), type: "EXTENDED_WARRANTY" };

const made = (given: object) => completeRecord(ContractInput.parse({ ...required, ...given }));
const changed = (before: WrittenFields, changes: object) =>
  changeRecord(before, ContractChanges.parse(changes));

function completed(outcome: Outcome<WrittenFields>): WrittenFields {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.fields));
  return outcome.value;
}
const faults = (outcome: Outcome<WrittenFields>) =>
  outcome.ok ? [] : outcome.fields.map(({ path, code }) => `${path} ${code}`);

const nothingSaid: WrittenFields = {
  storeId: id(1),
  vehicleId: id(2),
  type: "EXTENDED_WARRANTY",
  contractNumber: null,
  description: null,
  notes: null,
  providerId: null,
  plan: null,
  parties: [],
  saleDate: null,
  startDate: null,
  endDate: null,
  termMonths: null,
  openEnded: false,
  waitingDays: 0,
  awaitingProvider: false,
  distance: { kind: "unknown" },
  engineHours: { kind: "unlimited" },
  coverage: [],
  allowances: [],
  deductible: { kind: "NONE" },
  price: null,
  paid: null,
  refundRuleSet: null,
  transferPolicy: null,
  origin: { sourceSystem: "NATIVE", externalReferences: [] },
};

const km = (value: number) => ({ value, unit: "KM" });
const sold = {
  contractNumber: "EW-1",
  description: "Drive Secure 36",
  notes: "By phone.",
  providerId: id(3),
  plan: { code: "DS36", version: 2 },
  parties: [
    { role: "HOLDER", partyId: id(4) },
    { role: "PAYER", partyId: id(5), from: "2026-06-01" },
  ],
  saleDate: "2026-01-20",
  startDate: "2026-02-01",
  termMonths: 36,
  waitingDays: 30,
  awaitingProvider: true,
  distance: { kind: "limited", limit: km(60_000), startOdometer: km(12_000) },
  engineHours: { kind: "limited", limit: 500, startHours: 20 },
  coverage: [{ code: "ENGINE", treatment: "EXCLUDED" }],
  allowances: [{ code: "OIL", quantity: 3 }],
  deductible: { kind: "PER_VISIT", amount: { amountMinor: 10_000, currency: "EUR" } },
  price: { grossMinor: 119_000, taxRate: "19", currency: "EUR" },
  transferPolicy: { kind: "ON_REQUEST", windowDays: 30 },
  origin: { sourceSystem: "NATIVE", externalReferences: [{ system: "DMS", id: "4711" }] },
};

describe("a new contract", () => {
  test("has every default where only store, vehicle and type are given", () => {
    expect(completed(made({}))).toEqual(nothingSaid);
  });

  test("has in full what follows from what is given", () => {
    expect(completed(made(sold))).toEqual({
      ...required,
      ...sold,
      parties: [
        { role: "HOLDER", partyId: id(4), from: "2026-02-01", to: null },
        { role: "PAYER", partyId: id(5), from: "2026-06-01", to: null },
      ],
      endDate: "2029-01-31",
      openEnded: false,
      distance: { ...sold.distance, endOdometer: km(72_000) },
      engineHours: { ...sold.engineHours, endHours: 520 },
      coverage: [
        {
          ...{ code: "ENGINE", description: null, treatment: "EXCLUDED" },
          ...{ partsPercent: null, labourPercent: null },
          ...{ endDate: null, endOdometer: null, maximumAmount: null },
        },
      ],
      allowances: [
        { code: "OIL", description: null, quantity: 3, dueAfterMonths: null, dueAfterDistance: null },
      ],
      deductible: { ...sold.deductible, waivedAtSellingStore: false },
      price: { ...sold.price, netMinor: 100_000, taxMinor: 19_000 },
      paid: null,
      refundRuleSet: null,
      transferPolicy: { kind: "ON_REQUEST", windowDays: 30, fee: null },
    });
  });

  test("names all that is broken at once: terms, distance, hours, price", () => {
    const broken = made({
      price: { netMinor: 100, taxRate: 19, taxMinor: 30, currency: "EUR" },
      engineHours: { ...sold.engineHours, endHours: 1 },
      distance: { ...sold.distance, startOdometer: { value: 1, unit: "MI" } },
      startDate: "2026-02-01",
      endDate: "2026-01-01",
    });
    expect(faults(broken)).toEqual([
      "endDate END_BEFORE_START",
      "distance.startOdometer UNIT_MIXED",
      "engineHours.endHours HOURS_MISMATCH",
      "price.taxMinor TAX_MISMATCH",
    ]);
  });
});

describe("a change", () => {
  const before = completed(made(sold));

  test("of nothing leaves all as it was", () => {
    expect(completed(changed(before, {}))).toEqual(before);
  });

  test("touches the field that is given and no other", () => {
    expect(completed(changed(before, { waitingDays: 14 }))).toEqual({ ...before, waitingDays: 14 });
    expect(completed(changed(before, { price: { ...sold.price, grossMinor: 238_000 } }))).toEqual({
      ...before,
      price: { netMinor: 200_000, taxRate: "19", taxMinor: 38_000, grossMinor: 238_000, currency: "EUR" },
    });
  });

  test.each(contractFieldNames.filter((field) => !(field in required)))("clears %s by null", (field) => {
    expect(completed(changed(before, { [field]: null }))[field]).toEqual(nothingSaid[field]);
  });

  test("of the start moves the end, and those who were there from the start", () => {
    expect(completed(changed(before, { startDate: "2026-03-01" }))).toEqual({
      ...before,
      startDate: "2026-03-01",
      endDate: "2029-02-28",
      parties: [
        { role: "HOLDER", partyId: id(4), from: "2026-03-01", to: null },
        { role: "PAYER", partyId: id(5), from: "2026-06-01", to: null },
      ],
    });
  });

  test("gives a party without a first day the new start", () => {
    const changes = { startDate: "2026-03-01", parties: [{ role: "HOLDER", partyId: id(6) }] };
    expect(completed(changed(before, changes)).parties).toEqual([
      { role: "HOLDER", partyId: id(6), from: "2026-03-01", to: null },
    ]);
  });

  test("names all that is broken at once", () => {
    const broken = changed(before, {
      openEnded: true,
      distance: { ...sold.distance, endOdometer: km(1) },
      price: { netMinor: 100, taxRate: 19, taxMinor: 30, currency: "EUR" },
    });
    expect(faults(broken)).toEqual([
      "endDate OPEN_ENDED_WITH_END",
      "distance.endOdometer DISTANCE_MISMATCH",
      "price.taxMinor TAX_MISMATCH",
    ]);
  });
});
