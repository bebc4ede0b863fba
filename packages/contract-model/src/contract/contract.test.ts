import { expect, test } from "vitest";
import { ContractInput, CreateContract, problemFields, UpdateContract } from "../index.ts";

const id = "0199b3c4-5d6e-7f80-9a1b-2c3d4e5f6071";
const least = { storeId: id, vehicleId: id, type: "SERVICE_PLAN" };

const faults = (contract: object) => {
  const input = { idempotencyKey: "key", contract };
  const parsed = CreateContract.safeParse(input);
  return parsed.success
    ? []
    : problemFields(parsed.error, input, "contract").map(({ path, code }) => [path, code]);
};

test("store, vehicle and type suffice for a draft; nothing is filled in unseen", () => {
  expect(ContractInput.parse(least)).toEqual(least);
});

test("what is missing, misspelt or of the wrong kind is named from the record on", () => {
  expect(faults({ storeId: id, type: "SERVICE_PLAN" })).toEqual([["vehicleId", "MISSING"]]);
  expect(faults({ ...least, vehicelId: id })).toEqual([["vehicelId", "UNKNOWN_FIELD"]]);
  expect(faults({ ...least, type: "LEASE" })).toEqual([["type", "NOT_ALLOWED"]]);
  expect(faults({ ...least, parties: [{ role: "HOLDER", partyId: "nobody" }] })).toEqual([
    ["parties.0.partyId", "WRONG_FORMAT"],
  ]);
});

test("a party does not end before it begins", () => {
  const party = { role: "HOLDER", partyId: id, from: "2026-02-01", to: "2026-01-31" };
  expect(faults({ ...least, parties: [party] }).map(([path]) => path)).toEqual(["parties.0.to"]);
  expect(faults({ ...least, parties: [{ ...party, to: "2026-02-01" }] })).toEqual([]);
});

test("a covered line says what share of parts and labour it pays; only a covered one stands for everything not named", () => {
  const covered = { code: "ENGINE", treatment: "COVERED", partsPercent: 100, labourPercent: "80" };
  expect(faults({ ...least, coverage: [covered, { code: "CLUTCH", treatment: "EXCLUDED" }] })).toEqual([]);
  expect(faults({ ...least, coverage: [{ code: "ENGINE", treatment: "COVERED" }] })).toEqual([
    ["coverage.0.partsPercent", "MISSING"],
    ["coverage.0.labourPercent", "MISSING"],
  ]);
  expect(
    faults({ ...least, coverage: [{ code: "*", treatment: "EXCLUDED" }] }).map(([path]) => path),
  ).toEqual(["coverage.0.code"]);
});

test("a code stands once among what is covered, once among what is excluded, once among the allowances", () => {
  const covered = { code: "ENGINE", treatment: "COVERED", partsPercent: 100, labourPercent: 100 };
  expect(faults({ ...least, coverage: [covered, { code: "ENGINE", treatment: "EXCLUDED" }] })).toEqual([]);
  expect(faults({ ...least, coverage: [covered, covered] }).map(([path]) => path)).toEqual([
    "coverage.1.code",
  ]);
  const oil = { code: "OIL", quantity: 1 };
  expect(faults({ ...least, allowances: [oil, oil] }).map(([path]) => path)).toEqual(["allowances.1.code"]);
});

test("an id in another system stands once", () => {
  const reference = { system: "DMS", id: "4711" };
  const inSystems = (...externalReferences: object[]) =>
    faults({ ...least, origin: { externalReferences } }).map(([path]) => path);
  expect(inSystems(reference, { ...reference, system: "OEM" })).toEqual([]);
  expect(inSystems(reference, reference)).toEqual(["origin.externalReferences.1.id"]);
});

test("a price needs net or gross, and a tax needs its rate", () => {
  expect(faults({ ...least, price: { grossMinor: 100_000, currency: "EUR" } })).toEqual([]);
  expect(faults({ ...least, price: { currency: "EUR" } }).map(([path]) => path)).toEqual([
    "price.grossMinor",
  ]);
  expect(
    faults({ ...least, price: { netMinor: 100, taxMinor: 19, currency: "EUR" } }).map(([path]) => path),
  ).toEqual(["price.taxRate"]);
});

test("a change holds only what is given, clears with null, and never takes a status", () => {
  const change = (changes: object) => UpdateContract.safeParse({ contractId: id, version: 1, changes });
  expect(change({ notes: null }).data?.changes).toEqual({ notes: null });
  expect(change({}).data?.changes).toEqual({});
  expect(change({ status: "ACTIVE" }).success).toBe(false);
  expect(change({ type: null }).success).toBe(false);
});
