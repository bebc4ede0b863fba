import type { Allowance, CoverageLine } from "@vehicle-contracts/contract-model";
import { expect, test } from "vitest";
import { nothingUsed, remainingOf } from "./remaining.ts";

const inspection: Allowance = {
  code: "INSPECTION",
  description: null,
  quantity: 3,
  dueAfterMonths: null,
  dueAfterDistance: null,
};
const engine: CoverageLine = {
  code: "ENGINE",
  description: null,
  treatment: "COVERED",
  partsPercent: 100,
  labourPercent: 80,
  endDate: null,
  endOdometer: null,
  maximumAmount: { amountMinor: 300_000, currency: "EUR" },
};
const eur = (amountMinor: number) => ({ amountMinor, currency: "EUR" });

test("two of three inspections used leave one; 2,600.00 of 3,000.00 leave 400.00", () => {
  const left = remainingOf(
    { allowances: [inspection], coverage: [engine] },
    { allowances: { INSPECTION: 2 }, amounts: { ENGINE: 260_000 } },
  );
  expect(left.allowances).toEqual([{ code: "INSPECTION", quantity: 3, used: 2, left: 1 }]);
  expect(left.amounts).toEqual([
    { code: "ENGINE", maximum: eur(300_000), used: eur(260_000), left: eur(40_000) },
  ]);
});

test("what has no maximum, or is excluded, has nothing that could be left", () => {
  const lines = [
    { ...engine, maximumAmount: null },
    { ...engine, code: "WEAR", treatment: "EXCLUDED" as const },
  ];
  expect(remainingOf({ allowances: [], coverage: lines }, nothingUsed)).toEqual({
    allowances: [],
    amounts: [],
  });
});

test("a quantity that was corrected below what is used leaves 0", () => {
  const left = remainingOf(
    { allowances: [{ ...inspection, quantity: 1 }], coverage: [] },
    { allowances: { INSPECTION: 2 }, amounts: {} },
  );
  expect(left.allowances[0]).toMatchObject({ used: 2, left: 0 });
});

test("a code that every object has is unused like any other", () => {
  const left = remainingOf(
    { allowances: [{ ...inspection, code: "constructor" }], coverage: [] },
    nothingUsed,
  );
  expect(left.allowances[0]).toMatchObject({ used: 0, left: 3 });
});
