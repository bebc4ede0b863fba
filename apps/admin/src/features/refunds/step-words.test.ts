import type { RefundInputs, RefundQuote, RefundRules } from "@vehicle-contracts/contract-model";
import { quoteRefund } from "@vehicle-contracts/contract-rules";
import { expect, test } from "vitest";
import {
  formatDate,
  formatDistance,
  formatHours,
  formatMoney,
  formatPercent,
  formatWhole,
} from "../../ui/format.ts";
import { percentOf, stepRows, type WordFormat } from "./step-words.ts";

const british: WordFormat = {
  date: (date) => formatDate(date, "en-GB"),
  money: (money) => formatMoney(money, "en-GB"),
  whole: (value) => formatWhole(value, "en-GB"),
  distance: (distance) => formatDistance(distance, "en-GB"),
  hours: (hours) => formatHours(hours, "en-GB"),
  percent: (percent) => formatPercent(percent, "en-GB"),
};

const euros = (amountMinor: number) => ({ amountMinor, currency: "EUR" });
const km = (value: number) => ({ value, unit: "KM" as const });
const proRata: RefundRules = {
  method: "PRO_RATA",
  basis: "LESSER",
  freeLookDays: 14,
  retainedPercent: { CUSTOMER: 10 },
  fee: { kind: "FIXED", amount: euros(5_000) },
  feeTaxPercent: 19,
  deductClaims: true,
  rounding: "HALF_UP",
};
const inputs: RefundInputs = {
  contractVersion: 4,
  cancelDate: "2026-11-25",
  cancelledBy: "CUSTOMER",
  reason: "Vehicle sold",
  odometer: km(52_160),
  hours: null,
  price: euros(240_000),
  paid: euros(240_000),
  saleDate: "2025-02-21",
  startDate: "2025-03-01",
  endDate: "2029-02-28",
  distance: { kind: "limited", limit: km(80_000), startOdometer: km(18_400), endOdometer: km(98_400) },
  engineHours: { kind: "unlimited" },
  lastReadings: { odometer: null, hours: null },
  latestReadings: { odometer: null, hours: null },
  ledgerEntries: 1,
  claims: [
    { code: "BRAKES", date: "2026-06-30", repairOrder: "RO 46077", quantity: null, amount: euros(18_430) },
  ],
  services: [],
  claimsPaid: euros(18_430),
  servicesProvided: euros(0),
  ruleSet: { code: "PRO_RATA_DE", version: 2, name: "Pro rata DE", shipped: false, rules: proRata },
};
const rowsOf = (facts: Partial<RefundInputs> = {}, rules: Partial<RefundRules> = {}) => {
  const all = { ...inputs, ...facts, ruleSet: { ...inputs.ruleSet, rules: { ...proRata, ...rules } } };
  const outcome = quoteRefund({ ...all, ruleSet: all.ruleSet.rules, lastReading: null });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.fields));
  const quote: Pick<RefundQuote, "steps" | "inputs"> = { steps: outcome.value.steps, inputs: all };
  return stepRows(quote, british).map(({ title, below, figures, result }) =>
    [title, below, figures, result].join(" | ").replaceAll("\u00a0", " "),
  );
};

test("each step is said in words, figures and result, as on the screen that was drawn", () => {
  expect(rowsOf()).toEqual([
    "Time not used | 25 Nov 2026 to 28 Feb 2029, inclusive | 827 of 1,461 days | 56.61 %",
    "Distance not used | 98,400 km less 52,160 km | 46,240 of 80,000 km | 57.8 %",
    "The lesser share counts | time | 827 / 1,461 | 56.61 %",
    "Price not used | share of the price | €2,400.00 × 827 / 1,461 | €1,358.52",
    "Kept back when the customer cancels | 10 % of the price not used | €1,358.52 × 10 % | − €135.85",
    "Claims paid | 30 Jun 2026, RO 46077 | 1 claim | − €184.30",
    "Fee | fixed |  | − €50.00",
    "Tax on the fee | 19 % of the fee | €50.00 × 19 % | − €9.50",
  ]);
});

test("the balance says what was paid and provided, and that nothing is less than nothing", () => {
  const service = { code: "OIL", date: "2026-01-09", repairOrder: null, quantity: 2, amount: null };
  const provided = { services: [service], servicesProvided: euros(230_000) };
  expect(rowsOf({ ...provided, paid: euros(200_000) }, { method: "BALANCE", feeTaxPercent: 0 })).toEqual([
    "Paid | of the price | €2,400.00 | €2,000.00",
    "Services provided | 9 Jan 2026 | 2 services | − €2,300.00",
    "Claims paid | 30 Jun 2026, RO 46077 | 1 claim | − €184.30",
    "Fee | fixed |  | − €50.00",
    "More is taken off than is left | a refund is never less than nothing |  | − €534.30",
  ]);
});

test("free look, what has not started, and one share alone have words of their own", () => {
  const nothing = { claims: [], claimsPaid: euros(0) };
  expect(rowsOf({ ...nothing, cancelDate: "2025-02-28", odometer: null })).toEqual([
    "All that was paid | within 14 days of the sale, nothing claimed or provided |  | €2,400.00",
  ]);
  expect(rowsOf({ cancelDate: "2025-02-28" }).slice(0, 2)).toEqual([
    "Nothing used yet | starts on 1 Mar 2025 |  | 100 %",
    "All of it counts |  | 1 | 100 %",
  ]);
  // the days as their step has them, though their share is kept as 274/487
  expect(rowsOf({ cancelDate: "2026-11-30" })[2]).toBe(
    "The lesser share counts | time | 822 / 1,461 | 56.26 %",
  );
  expect(rowsOf({}, { basis: "DISTANCE" })[1]).toBe("The share of distance counts |  | 289 / 500 | 57.8 %");
  expect(rowsOf({ odometer: { value: 31_250, unit: "MI" } })[1]).toBe(
    "Distance not used | 98,400 km less 31,250 mi | of 80,000 km | 60.14 %",
  );
});

test("a fee by the price says its cap, and what is still owed is said", () => {
  const fee = { kind: "PERCENT" as const, percent: 10, cap: euros(2_500) };
  const rows = rowsOf({ paid: euros(200_000) }, { fee, feeTaxPercent: 0, retainedPercent: {} });
  expect(rows.slice(-2)).toEqual([
    "Not paid yet | still owed of the price | €2,400.00 − €2,000.00 | − €400.00",
    "Fee | 10 % of the price, at most €25.00 | €2,400.00 × 10 % | − €25.00",
  ]);
});

test("a share is a percentage to two decimals, half up", () => {
  expect(["1/3", "2/3", "1", "0", "1/20000"].map(percentOf)).toEqual([
    "33.33",
    "66.67",
    "100.00",
    "0.00",
    "0.01",
  ]);
});
