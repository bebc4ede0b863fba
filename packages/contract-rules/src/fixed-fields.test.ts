import {
  type ContractField,
  type ContractStatus,
  contractFieldNames,
} from "@vehicle-contracts/contract-model";
import { describe, expect, test } from "vitest";
import { changedFields, fixedFieldBreaks, type WrittenFields } from "./fixed-fields.ts";

const km = (value: number) => ({ value, unit: "KM" as const });
const before: WrittenFields = {
  storeId: "s-1",
  vehicleId: "v-1",
  type: "EXTENDED_WARRANTY",
  contractNumber: "EW-1",
  description: null,
  notes: null,
  providerId: "p-1",
  plan: null,
  parties: [
    { role: "HOLDER", partyId: "a", from: "2026-02-01", to: null },
    { role: "PAYER", partyId: "b", from: "2026-02-01", to: null },
  ],
  saleDate: "2026-01-20",
  startDate: "2026-02-01",
  endDate: "2029-01-31",
  termMonths: 36,
  openEnded: false,
  waitingDays: 0,
  awaitingProvider: false,
  distance: { kind: "unknown" },
  engineHours: { kind: "unlimited" },
  coverage: [],
  allowances: [],
  deductible: { kind: "NONE" },
  price: { netMinor: 100, taxRate: 0, taxMinor: 0, grossMinor: 100, currency: "EUR" },
  paid: null,
  refundRuleSet: null,
  transferPolicy: null,
  origin: { sourceSystem: "NATIVE", externalReferences: [] },
};
/** Each field with another value. */
const other: WrittenFields = {
  storeId: "s-2",
  vehicleId: "v-2",
  type: "SERVICE_PLAN",
  contractNumber: null,
  description: "d",
  notes: "n",
  providerId: null,
  plan: { code: "P", version: 1 },
  parties: [{ role: "HOLDER", partyId: "c", from: "2026-02-01", to: null }],
  saleDate: null,
  startDate: "2026-02-02",
  endDate: "2030-01-31",
  termMonths: 48,
  openEnded: true,
  waitingDays: 1,
  awaitingProvider: true,
  distance: { kind: "limited", limit: km(1), startOdometer: km(0), endOdometer: km(1) },
  engineHours: { kind: "unknown" },
  coverage: [
    {
      code: "*",
      description: null,
      treatment: "COVERED",
      partsPercent: 100,
      labourPercent: 100,
      endDate: null,
      endOdometer: null,
      maximumAmount: null,
    },
  ],
  allowances: [{ code: "OIL", description: null, quantity: 1, dueAfterMonths: null, dueAfterDistance: null }],
  deductible: { kind: "PER_VISIT", amount: { amountMinor: 1, currency: "EUR" }, waivedAtSellingStore: false },
  price: { netMinor: 200, taxRate: 0, taxMinor: 0, grossMinor: 200, currency: "EUR" },
  paid: { amountMinor: 50, currency: "EUR" },
  refundRuleSet: { code: "R", version: 1 },
  transferPolicy: { kind: "NONE" },
  origin: { sourceSystem: "EVA", externalReferences: [] },
};

const refusedOf = (effective: ContractStatus, correction = false) =>
  contractFieldNames.filter(
    (field) =>
      fixedFieldBreaks(effective, before, { ...before, [field]: other[field] }, { correction }).length > 0,
  );
const without = (...names: ContractField[]) => contractFieldNames.filter((field) => !names.includes(field));

test("each of the fields is seen to have changed", () => {
  expect(new Set(changedFields(before, other))).toEqual(new Set(contractFieldNames));
  expect(changedFields(before, structuredClone(before))).toEqual([]);
});

describe("which fields are fixed", () => {
  test("none of a draft", () => {
    expect(refusedOf("DRAFT")).toEqual([]);
    const yen = {
      ...before,
      price: { netMinor: 1, taxRate: 0, taxMinor: 0, grossMinor: 1, currency: "JPY" },
    };
    expect(fixedFieldBreaks("DRAFT", before, yen)).toEqual([]);
  });

  test("vehicle and store once it is sold", () => {
    expect(refusedOf("PENDING")).toEqual(["storeId", "vehicleId"]);
  });

  test.each(["ACTIVE", "SUSPENDED"] as const)("all that was sold once it is %s", (effective) => {
    expect(refusedOf(effective)).toEqual(without("contractNumber", "description", "notes", "paid", "origin"));
  });

  test.each(["PENDING", "ACTIVE", "SUSPENDED"] as const)(
    "a correction of a %s contract may change all but vehicle and store",
    (effective) => {
      expect(refusedOf(effective, true)).toEqual(["storeId", "vehicleId"]);
    },
  );

  test.each(["EXPIRED", "CANCELLED", "VOID"] as const)(
    "all but the notes once it is %s, also by a correction",
    (effective) => {
      expect(refusedOf(effective)).toEqual(without("notes"));
      expect(refusedOf(effective, true)).toEqual(without("notes"));
    },
  );
});

test("the currency is fixed once it is sold, nor can it be changed by clearing the price first", () => {
  const price = { netMinor: 100, taxRate: 0, taxMinor: 0, grossMinor: 100, currency: "GBP" };
  for (const after of [
    { ...before, price },
    { ...before, price: null },
  ])
    for (const correction of [false, true])
      expect(fixedFieldBreaks("PENDING", before, after, { correction })).toMatchObject([
        { path: "price.currency", code: "FIELD_FIXED" },
      ]);
  expect(fixedFieldBreaks("PENDING", { ...before, price: null }, { ...before, price })).toEqual([]);
});

test("of the parties only the holder is fixed: payer, lienholder and seller may change", () => {
  const [held] = before.parties;
  if (!held) throw new Error("there is a holder");
  const lender = { role: "LIENHOLDER" as const, partyId: "bank", from: null, to: null };
  expect(fixedFieldBreaks("ACTIVE", before, { ...before, parties: [lender, held] })).toEqual([]);
  const sold = {
    ...before,
    parties: [
      { ...held, to: "2026-06-30" },
      { ...held, partyId: "z", from: "2026-07-01" },
    ],
  };
  expect(fixedFieldBreaks("ACTIVE", before, sold)).toMatchObject([{ path: "parties", code: "FIELD_FIXED" }]);
});

test("each fixed field is named, with the way that is open", () => {
  const after = { ...before, endDate: "2028-01-31", termMonths: null, notes: "n" };
  const fields = fixedFieldBreaks("ACTIVE", before, after);
  expect(fields.map((field) => field.path)).toEqual(["endDate", "termMonths"]);
  expect(fields[0]?.message).toBe(
    "The end date is fixed once the contract is active: an extension moves the end. An administrator can correct it, with a reason, where it was entered wrongly.",
  );
});
