import type { ContractStatus, Distance } from "@vehicle-contracts/contract-model";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type LedgerEntry,
  reversalBreaks,
  type UsageTaken,
  type UsedContract,
  type UsedJob,
  usageBreaks,
  usedBy,
  usedTermsBreaks,
  withUsage,
} from "./usage.ts";

const km = (value: number): Distance => ({ value, unit: "KM" });
const eur = (amountMinor: number) => ({ amountMinor, currency: "EUR" });
const contract: UsedContract = {
  today: "2029-02-01",
  effectiveStatus: "ACTIVE",
  startDate: "2025-01-01",
  endDate: "2028-12-31",
  distance: {
    kind: "limited",
    limit: km(60_000),
    startOdometer: km(12_000),
    endOdometer: km(72_000),
  },
  coverage: [
    {
      code: "ENGINE",
      treatment: "COVERED",
      partsPercent: 100,
      labourPercent: 100,
      maximumAmount: eur(300_000),
    },
    { code: "*", treatment: "COVERED", partsPercent: 50, labourPercent: 50 },
    { code: "WIPER", treatment: "EXCLUDED" },
  ],
  allowances: [{ code: "OIL", quantity: 3 }],
  price: { currency: "EUR" },
  used: { allowances: { OIL: 2 }, amounts: { ENGINE: 260_000 } },
};
const oil = (quantity: number): UsageTaken => ({ kind: "ALLOWANCE", code: "OIL", quantity });
const paid = (code: string, amountMinor: number, currency = "EUR"): UsageTaken => ({
  kind: "AMOUNT",
  code,
  amount: { amountMinor, currency },
});
const inTime: UsedJob = { date: "2026-06-01", odometer: km(30_000) };
const breaks = (
  taken: UsageTaken,
  job = inTime,
  last: Distance | null = null,
  on: Partial<UsedContract> = {},
) => usageBreaks({ ...contract, ...on }, taken, job, last).map(({ path, code }) => `${path} ${code}`);

test("what is left may be taken to the last unit and the last cent, and not one more", () => {
  expect(breaks(oil(1))).toEqual([]);
  expect(breaks(oil(2))).toEqual(["quantity ALLOWANCE_EXHAUSTED"]);
  expect(breaks(paid("ENGINE", 40_000))).toEqual([]);
  expect(breaks(paid("ENGINE", 40_001))).toEqual(["amount AMOUNT_EXHAUSTED"]);
  expect(breaks(paid("*", 10_000_000))).toEqual([]);
});

test("a refusal says what is left", () => {
  const said = (taken: UsageTaken, used = contract.used) =>
    usageBreaks({ ...contract, used }, taken, inTime, null)[0]?.message;
  expect(said(oil(2))).toBe("Of 3 × OIL, 1 unit is left; 2 cannot be taken.");
  expect(said(oil(1), { allowances: { OIL: 3 }, amounts: {} })).toBe(
    "Of 3 × OIL, none is left; 1 cannot be taken.",
  );
  expect(said(paid("ENGINE", 40_001))).toBe(
    "Of 3,000.00 EUR for ENGINE, 400.00 EUR is left; 400.01 EUR cannot be taken.",
  );
});

test("a job is recorded on its day or later, never ahead", () => {
  const on = { today: "2026-06-01" };
  expect(breaks(oil(1), { date: "2026-06-01" }, null, on)).toEqual([]);
  expect(breaks(oil(1), { date: "2026-06-02" }, null, on)).toEqual(["date USAGE_IN_FUTURE"]);
  expect(breaks(oil(1), { date: "2029-01-01" }, null, on)).toEqual(["date EXPIRED_DATE"]);
});

test.each([
  ["ACTIVE", []],
  ["SUSPENDED", []],
  ["EXPIRED", []],
  ["PENDING", ["status WRONG_STATUS"]],
  ["DRAFT", ["status WRONG_STATUS"]],
  ["CANCELLED", ["status WRONG_STATUS"]],
  ["VOID", ["status WRONG_STATUS"]],
] satisfies [ContractStatus, string[]][])("on a contract that is %s: %j", (effectiveStatus, expected) => {
  expect(breaks(oil(1), inTime, null, { effectiveStatus })).toEqual(expected);
});

test.each([
  [{ date: "2025-01-01" }, null, []],
  [{ date: "2028-12-31" }, null, []],
  [{ date: "2024-12-31" }, null, ["date NOT_STARTED"]],
  [{ date: "2029-01-01" }, null, ["date EXPIRED_DATE"]],
  [{ date: "2026-06-01", odometer: km(72_000) }, null, []],
  [{ date: "2026-06-01", odometer: km(72_001) }, null, ["odometer EXPIRED_DISTANCE"]],
  [{ date: "2026-06-01", odometer: km(12_000) }, null, []],
  [{ date: "2026-06-01", odometer: km(11_999) }, null, ["odometer NOT_STARTED"]],
  [{ date: "2026-06-01", odometer: { value: 7_456, unit: "MI" as const } }, null, []],
  [
    { date: "2026-06-01", odometer: { value: 44_739, unit: "MI" as const } },
    null,
    ["odometer EXPIRED_DISTANCE"],
  ],
  [{ date: "2026-06-01" }, km(72_001), ["odometer EXPIRED_DISTANCE"]],
  [{ date: "2026-06-01", odometer: km(71_000) }, km(72_001), []],
] satisfies [UsedJob, Distance | null, string[]][])(
  "a job of %j, the last reading before it %j: %j",
  (job, last, expected) => {
    expect(breaks(oil(1), job, last)).toEqual(expected);
  },
);

test("what the contract does not name is refused, and so is another currency", () => {
  expect(breaks({ kind: "ALLOWANCE", code: "TYRES", quantity: 1 })).toEqual(["code ITEM_NOT_LISTED"]);
  expect(breaks(paid("WIPER", 1))).toEqual(["code ITEM_NOT_LISTED"]);
  expect(breaks(paid("RADIO", 1))).toEqual(["code ITEM_NOT_LISTED"]);
  expect(breaks(paid("ENGINE", 1, "GBP"))).toEqual(["amount.currency CURRENCY_DIFFERS"]);
  expect(breaks(paid("*", 1, "GBP"))).toEqual(["amount.currency CURRENCY_DIFFERS"]);
});

test("an entry is taken back once, also on what has expired; a reversal and a closed ledger stay", () => {
  const codes = (effectiveStatus: ContractStatus, isReversal: boolean, isReversed: boolean) =>
    reversalBreaks({ effectiveStatus }, { isReversal, isReversed }).map(({ code }) => code);
  expect(codes("ACTIVE", false, false)).toEqual([]);
  expect(codes("EXPIRED", false, false)).toEqual([]);
  expect(codes("ACTIVE", false, true)).toEqual(["ALREADY_REVERSED"]);
  expect(codes("ACTIVE", true, false)).toEqual(["ALREADY_REVERSED"]);
  expect(codes("CANCELLED", false, false)).toEqual(["WRONG_STATUS"]);
  expect(codes("VOID", false, false)).toEqual(["WRONG_STATUS"]);
});

test("what has been used stays in the terms, with at least as much, in the currency it was claimed in", () => {
  const used = { allowances: { OIL: 2, TYRES: 0 }, amounts: { ENGINE: 260_000, "*": 1 } };
  const after = (facts: Partial<UsedContract>) =>
    usedTermsBreaks(contract, { ...contract, ...facts }, used).map(({ path, code }) => `${path} ${code}`);
  const engine = (amountMinor: number, currency = "EUR") => ({
    coverage: contract.coverage.map((line) =>
      line.code === "ENGINE" ? { ...line, maximumAmount: { amountMinor, currency } } : line,
    ),
  });
  expect(after({})).toEqual([]);
  expect(after({ allowances: [{ code: "OIL", quantity: 2 }], ...engine(260_000) })).toEqual([]);
  expect(after({ allowances: [{ code: "OIL", quantity: 1 }] })).toEqual([
    "allowances.0.quantity USAGE_EXISTS",
  ]);
  expect(after({ allowances: [] })).toEqual(["allowances USAGE_EXISTS"]);
  expect(after(engine(259_999))).toEqual(["coverage.0.maximumAmount USAGE_EXISTS"]);
  expect(after(engine(900_000, "GBP"))).toEqual(["coverage.0.maximumAmount.currency CURRENCY_DIFFERS"]);
  expect(after({ coverage: contract.coverage.filter(({ code }) => code !== "*") })).toEqual([
    "coverage USAGE_EXISTS",
  ]);
  // Without a maximum nothing limits what was claimed.
  expect(after({ coverage: contract.coverage.map((line) => ({ ...line, maximumAmount: null })) })).toEqual(
    [],
  );
});

test("used are the entries not reversed: 1, 1 and 1 of which one is reversed are 2", () => {
  const entries: LedgerEntry[] = ["a", "b", "c"].map((usageId) => ({ usageId, ...oil(1) }));
  expect(usedBy([...entries, { usageId: "d", reverses: "b" }])).toEqual({
    allowances: { OIL: 2 },
    amounts: {},
  });
});

test("the sums that are kept are those of the ledger, whatever was added and taken back, and whatever the codes are", () => {
  const aCode = fc.constantFrom("OIL", "ENGINE", "constructor", "__proto__");
  const taken: fc.Arbitrary<UsageTaken> = fc.oneof(
    fc.record({
      kind: fc.constant("ALLOWANCE" as const),
      code: aCode,
      quantity: fc.integer({ min: 1, max: 9 }),
    }),
    fc.record({
      kind: fc.constant("AMOUNT" as const),
      code: aCode,
      amount: fc.integer({ min: 1, max: 1_000 }).map(eur),
    }),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(taken, fc.boolean()), { maxLength: 12 }), (entries) => {
      const ledger: LedgerEntry[] = [];
      let used: UsedContract["used"] = { allowances: {}, amounts: {} };
      entries.forEach(([entry, isReversed], at) => {
        ledger.push({ usageId: `u${at}`, ...entry });
        used = withUsage(used, entry, 1);
        if (!isReversed) return;
        ledger.push({ usageId: `r${at}`, reverses: `u${at}` });
        used = withUsage(used, entry, -1);
      });
      const counts = (sums: Readonly<Record<string, number>>) =>
        Object.entries(sums)
          .filter(([, sum]) => sum !== 0)
          .toSorted();
      const summed = usedBy(ledger);
      expect(counts(used.allowances)).toEqual(counts(summed.allowances));
      expect(counts(used.amounts)).toEqual(counts(summed.amounts));
    }),
    { numRuns: 100 },
  );
});
