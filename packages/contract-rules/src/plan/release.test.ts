import { expect, test } from "vitest";
import { aPlan } from "../testing/plans.ts";
import { changePlan, completePlan } from "./complete-plan.ts";
import { releaseBreaks } from "./release.ts";

const least = {
  name: "Service Plan 4",
  type: "SERVICE_PLAN" as const,
  providerId: "0199b3c4-5d6e-7f80-9a1b-000000000003",
};
const faults = (facts: Parameters<typeof aPlan>[0]) =>
  releaseBreaks(aPlan(facts)).map(({ path, code }) => `${path} ${code}`);

test("name, type and provider suffice for a draft; the rest has its usual value", () => {
  expect(completePlan(least)).toEqual({
    ok: true,
    value: {
      ...least,
      description: null,
      termMonths: null,
      openEnded: false,
      distance: { kind: "unlimited" },
      engineHours: { kind: "unlimited" },
      startBasis: "SALE",
      waitingDays: 0,
      eligibility: { minAgeMonths: null, maxAgeMonths: null, maxOdometer: null, makes: [], fuels: [] },
      coverage: [],
      allowances: [],
      deductible: { kind: "NONE" },
      prices: [],
      mayChange: [],
      transferPolicy: { kind: "AUTOMATIC" },
      refundRuleSet: null,
    },
  });
});

test("prices are completed as a contract's are, and a fault says which", () => {
  const prices = [
    { grossMinor: 11_900, taxRate: "19", currency: "EUR" },
    { netMinor: 100, taxMinor: 50, taxRate: "20", currency: "GBP" },
  ];
  expect(completePlan({ ...least, prices })).toMatchObject({
    ok: false,
    fields: [{ path: "prices.1.taxMinor", code: "TAX_MISMATCH" }],
  });
  expect(completePlan({ ...least, prices: prices.slice(0, 1) })).toMatchObject({
    value: {
      prices: [{ netMinor: 10_000, taxMinor: 1_900, lowestGrossMinor: null, highestGrossMinor: null }],
    },
  });
});

test("a change touches what is given, and null clears", () => {
  const before = aPlan();
  const { code: _code, version: _version, state: _state, ...terms } = before;
  expect(changePlan(terms, { name: "Service 4" })).toEqual({
    ok: true,
    value: { ...terms, name: "Service 4" },
  });
  expect(changePlan(terms, { allowances: null, termMonths: null, distance: null })).toMatchObject({
    value: { allowances: [], termMonths: null, distance: { kind: "unlimited" } },
  });
});

test("what is released can be sold: it ends, it promises something, and it has each amount in each of its currencies", () => {
  expect(faults({})).toEqual([]);
  expect(faults({ termMonths: null, distance: { kind: "unlimited" } })).toEqual(["termMonths END_MISSING"]);
  expect(faults({ termMonths: null, distance: { kind: "unlimited" }, openEnded: true })).toEqual([]);
  expect(faults({ openEnded: true })).toEqual(["termMonths OPEN_ENDED_WITH_END"]);
  expect(faults({ allowances: [] })).toEqual(["coverage NOTHING_COVERED"]);
  const amounts = [{ amountMinor: 10_000, currency: "EUR" }];
  expect(faults({ deductible: { kind: "PER_VISIT", amounts, waivedAtSellingStore: false } })).toEqual([
    "deductible.amounts CURRENCY_LACKING",
  ]);
});

test("ages that no vehicle can have, and bounds beyond the price, are refused", () => {
  const { eligibility, prices } = aPlan();
  expect(faults({ eligibility: { ...eligibility, minAgeMonths: 24, maxAgeMonths: 12 } })).toEqual([
    "eligibility.maxAgeMonths AGES_CROSSED",
  ]);
  const bound = (lowestGrossMinor: number) => prices.map((price) => ({ ...price, lowestGrossMinor }));
  expect(faults({ prices: bound(70_000), mayChange: ["price"] })).toEqual([]);
  expect(faults({ prices: bound(80_000), mayChange: ["price"] })).toEqual([
    "prices.1.lowestGrossMinor BOUND_BEYOND_PRICE",
  ]);
  expect(faults({ prices: bound(70_000).slice(0, 1), mayChange: [] })).toEqual([
    "prices.0.lowestGrossMinor BOUND_WITHOUT_CHANGE",
  ]);
});
