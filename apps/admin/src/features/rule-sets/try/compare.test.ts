import type { RefundInputs, RefundRules } from "@vehicle-contracts/contract-model";
import { quoteRefund } from "@vehicle-contracts/contract-rules";
import { expect, test } from "vitest";
import { changedWords, compare } from "./compare.ts";

const euros = (amountMinor: number) => ({ amountMinor, currency: "EUR" });
const rules: RefundRules = {
  method: "PRO_RATA",
  basis: "TIME",
  freeLookDays: 0,
  retainedPercent: {},
  fee: { kind: "FIXED", amount: euros(5_000) },
  feeTaxPercent: 0,
  deductClaims: true,
  rounding: "HALF_UP",
};
const format = {
  date: String,
  money: ({ amountMinor }: { amountMinor: number }) => `${amountMinor / 100}`,
  whole: String,
  distance: ({ value }: { value: number }) => `${value}`,
  hours: String,
  percent: (percent: string | number) => `${percent} %`,
};
function trial(changes: Partial<RefundRules>) {
  const tried = { ...rules, ...changes };
  const question = {
    price: euros(100_000),
    paid: euros(100_000),
    startDate: "2026-01-01",
    saleDate: "2026-01-01",
    endDate: "2026-12-31",
    distance: { kind: "unlimited" as const },
    engineHours: { kind: "unlimited" as const },
    cancelDate: "2026-07-01",
    odometer: null,
    hours: null,
    claimsPaid: euros(0),
    servicesProvided: euros(0),
    cancelledBy: "CUSTOMER" as const,
  };
  const outcome = quoteRefund({ ...question, ruleSet: tried });
  if (!outcome.ok) throw new Error("It is refused.");
  const ruleSet = { code: "T", version: 1, name: "T", shipped: false, rules: tried };
  const unread = { odometer: null, hours: null };
  const inputs: RefundInputs = {
    ...question,
    ...{ contractVersion: 1, reason: "Sold", lastReadings: unread, latestReadings: unread },
    ...{ ledgerEntries: 0, claims: [], services: [], ruleSet },
  };
  return { steps: outcome.value.steps, inputs };
}

test("a draft is shown beside what is kept, step by step, and what it changes is counted", () => {
  const steps = compare(
    trial({}),
    trial({ fee: { kind: "FIXED", amount: euros(2_500) }, feeTaxPercent: 19 }),
    format,
  );
  expect(steps.filter(({ isChanged }) => isChanged).map(({ code, old, now }) => [code, old, now])).toEqual([
    ["FEE", "\u2212\u00a050", "\u2212\u00a025"],
    ["FEE_TAX", null, "\u2212\u00a04.75"],
  ]);
  expect(changedWords(steps)).toBe("The draft changes 2 of 5 steps.");
  expect(changedWords(compare(trial({}), trial({}), format))).toBe("The draft changes nothing here.");
  expect(compare(null, trial({ method: "BALANCE" }), format).map(({ code }) => code)).toEqual([
    "PAID",
    "FEE",
  ]);
});
