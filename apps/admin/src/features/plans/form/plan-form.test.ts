import type { Plan, PlanInput } from "@vehicle-contracts/contract-model";
import { completePlan } from "@vehicle-contracts/contract-rules";
import { expect, test } from "vitest";
import { currenciesOf, newPlanForm, planForm, planInputOf, planPathOf } from "./plan-form.ts";

const mi = (value: number) => ({ value, unit: "MI" as const });
const km = (value: number) => ({ value, unit: "KM" as const });
const gbp = (amountMinor: number) => ({ amountMinor, currency: "GBP" });
const eur = (amountMinor: number) => ({ amountMinor, currency: "EUR" });

/** Every field of a plan says something. */
const whole: Omit<PlanInput, "code"> = {
  ...{ name: "Protect Plus 24", description: "Two more years.", type: "EXTENDED_WARRANTY" },
  ...{ providerId: "0199b3c4-5d6e-7f80-9a1b-000000000003", termMonths: 24, openEnded: false },
  distance: { kind: "limited", limits: [mi(20_000), km(30_000)] },
  engineHours: { kind: "limited", limit: 2_000 },
  ...{ startBasis: "END_OF_MANUFACTURER_WARRANTY", waitingDays: 30 },
  eligibility: {
    ...{ minAgeMonths: 12, maxAgeMonths: 96, maxOdometer: mi(80_000) },
    ...{ makes: ["Land Rover", "Mini"], fuels: ["petrol"] },
  },
  coverage: [
    {
      ...{ code: "ENGINE", description: "Engine", treatment: "COVERED" },
      ...{ partsPercent: 100, labourPercent: "66.6667", endsAfterMonths: 12 },
      ...{ endsAfterDistances: [mi(10_000), km(15_000)], maximumAmounts: [gbp(300_000), eur(350_000)] },
    },
    { code: "PADS", description: null, treatment: "EXCLUDED" },
  ],
  allowances: [
    { code: "CHECK", description: "Check", quantity: 2, dueAfterMonths: 12, dueAfterDistances: [mi(9_000)] },
  ],
  deductible: { kind: "PER_VISIT", amounts: [gbp(5_000), eur(6_000)], waivedAtSellingStore: true },
  prices: [
    {
      currency: "GBP",
      grossMinor: 74_900,
      taxRate: "20",
      lowestGrossMinor: 70_000,
      highestGrossMinor: 80_000,
    },
    { currency: "EUR", grossMinor: 89_900, taxRate: "19", lowestGrossMinor: null, highestGrossMinor: null },
  ],
  mayChange: ["startDate", "price"],
  transferPolicy: { kind: "ON_REQUEST", windowDays: 30, fees: [gbp(2_500), eur(3_000)] },
  refundRuleSet: { code: "OKLAHOMA", version: 1 },
};

function planOf(input: Omit<PlanInput, "code">): Plan {
  const outcome = completePlan(input);
  if (!outcome.ok) throw new Error(outcome.fields[0]?.message);
  const at = "2026-11-25T10:00:00.000Z";
  return {
    ...outcome.value,
    ...{ code: "PROTECT", version: 3, state: "DRAFT", revision: 7, createdAt: at, updatedAt: at },
    ...{ releasedAt: null, retiredAt: null },
  } as Plan; // the form reads no more of it
}

test("a draft that is opened and saved says what it said before, field by field", () => {
  const plan = planOf(whole);
  const form = planForm(plan, "key", currenciesOf(plan, ["GBP"]));
  expect(form.revision).toBe(7);
  expect(planOf(planInputOf(form))).toEqual(plan);
});

test("amounts in a currency that no store has any more are kept", () => {
  const plan = planOf(whole);
  expect(currenciesOf(plan, ["GBP"]).toSorted()).toEqual(["EUR", "GBP"]);
});

test("what is missing is left to the server to say, and a currency without a price is not sold in", () => {
  const form = newPlanForm("key", ["GBP", "EUR"], "MI");
  const sent = planInputOf(form);
  expect(sent.name).toBeUndefined();
  expect(sent.type).toBeUndefined();
  expect(sent.prices).toEqual([]);
});

test("a fault of the wire stands on the field that it is about", () => {
  const plan = planOf({ ...whole, prices: whole.prices?.slice(1) ?? [] });
  const form = planForm(plan, "key", ["GBP", "EUR"]);
  // the only price sent is the second of the form
  expect(planPathOf(form, "prices.0.lowestGrossMinor")).toBe("prices.1.lowestGrossMinor");
  expect(planPathOf(form, "coverage.0.maximumAmounts.0")).toBe("coverage.0.maximum.0");
  expect(planPathOf(form, "allowances.0.dueAfterDistances.0.value")).toBe("allowances.0.dueAfter.MI");
  expect(planPathOf(form, "eligibility.maxOdometer.value")).toBe("maxOdometer");
  expect(planPathOf(form, "refundRuleSet.code")).toBe("ruleSet");
});
