import { currencyExponent, type RefundRules, RefundRulesInput } from "@vehicle-contracts/contract-model";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { completeRefundRules } from "./complete-refund-rules.ts";
import { quoteRefund, type RefundQuestion, servicesValue } from "./refund.ts";
import { shippedRuleSet, shippedRuleSets, usualRuleSet } from "./shipped-rule-sets.ts";
import { addDays } from "./temporal.ts";
import { aDistanceTerm, aNearDate, aNearOdometer } from "./testing/arbitraries.ts";

const euros = (amountMinor: number) => ({ amountMinor, currency: "EUR" });
const km = (value: number) => ({ value, unit: "KM" as const });
const rules = (code: string): RefundRules => {
  const found = shippedRuleSet(code);
  if (!found) throw new Error(code);
  return found.rules;
};

/** Price 2,000.00, 1,461 days, 60,000 km from 12,000: the worked example. */
const worked = (facts: Partial<RefundQuestion> = {}): RefundQuestion => ({
  price: euros(200_000),
  startDate: "2025-01-01",
  endDate: "2028-12-31",
  distance: { kind: "limited", limit: km(60_000), startOdometer: km(12_000), endOdometer: km(72_000) },
  cancelDate: "2026-01-01",
  odometer: km(30_000),
  claimsPaid: euros(0),
  cancelledBy: "CUSTOMER",
  ruleSet: rules("PRO_RATA"),
  ...facts,
});
const refundOf = (question: RefundQuestion) => {
  const outcome = quoteRefund(question);
  return outcome.ok ? outcome.value.refund.amountMinor : outcome.fields.map(({ code }) => code);
};
const codesOf = (question: RefundQuestion) => {
  const outcome = quoteRefund(question);
  return outcome.ok ? outcome.value.steps.map(({ code }) => code) : [];
};

describe("the shipped rule sets answer the worked values:", () => {
  test.each<[string, Partial<RefundQuestion>, number]>([
    ["0.7 of the distance is left", {}, 135_000],
    ["a third is left, and 150.00 was claimed", { odometer: km(52_000), claimsPaid: euros(15_000) }, 46_667],
    ["within the free look", { cancelDate: "2025-01-19", odometer: km(12_400) }, 200_000],
    ["Oklahoma, the customer", { ruleSet: rules("OKLAHOMA") }, 126_000],
    ["Oklahoma, the provider", { ruleSet: rules("OKLAHOMA"), cancelledBy: "PROVIDER" }, 140_000],
    ["California: the fee is 25.00, not 200.00", { ruleSet: rules("CALIFORNIA") }, 137_500],
    ["California: the fee is 10 % of 150.00", { ruleSet: rules("CALIFORNIA"), price: euros(15_000) }, 9_000],
    [
      "a balance: 600.00 less services, fee and tax on it",
      { ruleSet: rules("BALANCE"), price: euros(60_000), servicesProvided: euros(25_000) },
      29_000,
    ],
  ])("%s", (_, facts, expected) => {
    expect(refundOf(worked(facts))).toBe(expected);
  });

  test("each is as a rule set of one's own could be, and one of them is what counts where nothing is said", () => {
    for (const { code, rules: own } of shippedRuleSets) {
      expect(completeRefundRules(RefundRulesInput.parse(own)), code).toEqual(own);
    }
    expect(shippedRuleSet(usualRuleSet.code)?.version).toBe(usualRuleSet.version);
  });
});

test("rules that leave out all but the method deduct claims and nothing else", () => {
  expect(
    completeRefundRules(RefundRulesInput.parse({ method: "BALANCE", retainedPercent: { DEALER: null } })),
  ).toEqual({
    method: "BALANCE",
    basis: "LESSER",
    freeLookDays: 0,
    retainedPercent: {},
    fee: { kind: "NONE" },
    feeTaxPercent: 0,
    deductClaims: true,
    rounding: "HALF_UP",
  });
});

describe("a fee counts in the contract's currency", () => {
  const fee = {
    kind: "FIXED" as const,
    amount: euros(5_000),
    inOtherCurrencies: [
      { amountMinor: 7_500, currency: "JPY" },
      { amountMinor: 15_000, currency: "KWD" },
    ],
  };
  const capped = { ...fee, kind: "PERCENT" as const, percent: "12.5", cap: euros(2_500), amount: undefined };
  const inCurrency = (currency: string, ruleSet: Partial<RefundRules>, more: Partial<RefundQuestion> = {}) =>
    refundOf(
      worked({
        price: { amountMinor: 200_000, currency },
        claimsPaid: { amountMinor: 0, currency },
        ruleSet: { ...rules("PRO_RATA"), ...ruleSet },
        ...more,
      }),
    );

  test.each([
    ["EUR", 135_000],
    ["JPY", 132_500],
    ["KWD", 125_000],
  ])("fixed, in %s", (currency, expected) => {
    expect(inCurrency(currency, { fee })).toBe(expected);
  });

  test("fixed and capped: the cap, where it is less", () => {
    expect(inCurrency("EUR", { fee: { ...fee, cap: euros(2_500) } })).toBe(137_500);
    expect(inCurrency("EUR", { fee: { ...fee, cap: euros(9_000) } })).toBe(135_000);
    expect(inCurrency("JPY", { fee: { ...fee, cap: euros(2_500) } })).toBe(132_500);
  });

  test("capped, and a percentage without a cap in any", () => {
    expect(inCurrency("EUR", { fee: capped })).toBe(137_500);
    expect(inCurrency("JPY", { fee: capped })).toBe(132_500);
    expect(inCurrency("GBP", { fee: { kind: "PERCENT", percent: "12.5" } })).toBe(115_000);
  });

  test("and where it names none in it, there is no quote, unless no fee is due", () => {
    expect(inCurrency("GBP", { fee })).toEqual(["CURRENCY_DIFFERS"]);
    expect(inCurrency("GBP", { fee: capped })).toEqual(["CURRENCY_DIFFERS"]);
    expect(inCurrency("GBP", { fee }, { cancelledBy: "PROVIDER" })).toBe(140_000);
    expect(inCurrency("GBP", { fee }, { cancelDate: "2025-01-02" })).toBe(200_000);
  });
});

describe("engine hours", () => {
  const engineHours = { kind: "limited" as const, limit: 5_000, startHours: 1_200, endHours: 6_200 };
  test("count in the lesser alone, and are asked for", () => {
    expect(codesOf(worked({ engineHours, hours: 4_950 }))).toContain("HOURS_SHARE");
    expect(refundOf(worked({ engineHours }))).toEqual(["HOURS_MISSING"]);
    expect(refundOf(worked({ engineHours: { kind: "unknown" } }))).toEqual(["HOURS_UNKNOWN"]);
    const ruleSet = { ...rules("PRO_RATA"), basis: "DISTANCE" as const };
    expect(refundOf(worked({ engineHours, ruleSet }))).toBe(135_000);
  });

  test("below the last reading are refused, and a last reading past the end has run it out", () => {
    expect(refundOf(worked({ engineHours, hours: 4_949, lastHours: 4_950 }))).toEqual(["HOURS_BELOW_LAST"]);
    expect(refundOf(worked({ engineHours, lastHours: 6_201 }))).toEqual(["EXPIRED"]);
    expect(refundOf(worked({ engineHours, hours: 6_201 }))).toEqual(["EXPIRED"]);
  });
});

test("of several refusals the sale is named first, then that it has run out, then what its shares lack", () => {
  const unknown = worked({ distance: { kind: "unknown" }, odometer: null });
  expect(refundOf({ ...unknown, saleDate: "2029-02-01", cancelDate: "2029-01-01" })).toEqual(["BEFORE_SALE"]);
  expect(refundOf({ ...unknown, cancelDate: "2029-01-01" })).toEqual(["EXPIRED"]);
  expect(refundOf(unknown)).toEqual(["DISTANCE_UNKNOWN"]);
  expect(refundOf(worked({ odometer: null, engineHours: { kind: "unknown" } }))).toEqual([
    "ODOMETER_MISSING",
  ]);
});

test("services without an amount of their own are their share of the price, half up, and never more than it", () => {
  const allowances = [
    { code: "INSPECTION", quantity: 3 },
    { code: "OIL", quantity: 4 },
  ];
  expect(servicesValue(euros(60_000), allowances, 2)).toEqual(euros(17_143));
  expect(servicesValue(euros(60_000), allowances, 8)).toEqual(euros(60_000));
  expect(servicesValue(euros(60_000), [], 0)).toEqual(euros(0));
});

// What may be asked of the rule, not only what makes sense.
const aPercentage = fc.oneof(
  fc.integer({ min: 0, max: 100 }),
  fc.integer({ min: 0, max: 99_9999 }).map((parts) => `${Math.floor(parts / 10_000)}.${parts % 10_000}`),
);
const anAmount = fc.oneof(
  fc.integer({ min: 0, max: 3_000 }),
  fc.integer({ min: 0, max: 10_000_000_000_000 }),
);
const aCurrency = fc.constantFrom("JPY", "EUR", "KWD");
const aRuleSet = (currency: string): fc.Arbitrary<RefundRules> =>
  fc.record({
    method: fc.constantFrom("PRO_RATA", "BALANCE"),
    basis: fc.constantFrom("LESSER", "TIME", "DISTANCE"),
    freeLookDays: fc.integer({ min: 0, max: 20 }),
    retainedPercent: fc.record({ CUSTOMER: aPercentage, PROVIDER: aPercentage }, { requiredKeys: [] }),
    fee: fc.oneof(
      fc.constant({ kind: "NONE" as const }),
      anAmount.map((amountMinor) => ({ kind: "FIXED" as const, amount: { amountMinor, currency } })),
      fc.tuple(aPercentage, fc.option(anAmount)).map(([percent, cap]) => ({
        kind: "PERCENT" as const,
        percent,
        cap: cap === null ? null : { amountMinor: cap, currency },
      })),
    ),
    feeTaxPercent: aPercentage,
    deductClaims: fc.boolean(),
    rounding: fc.constant("HALF_UP" as const),
  });
const someHours = fc.oneof(
  fc.constant({ kind: "unlimited" as const }),
  fc.integer({ min: 1, max: 60 }).map((limit) => ({
    kind: "limited" as const,
    limit,
    startHours: 10,
    endHours: 10 + limit,
  })),
);
const aQuestion: fc.Arbitrary<RefundQuestion> = aCurrency.chain((currency) => {
  const money = anAmount.map((amountMinor) => ({ amountMinor, currency }));
  const seldom = fc.oneof(fc.constant({ amountMinor: 0, currency }), money);
  return fc
    .record({
      price: money,
      paidShare: fc.option(fc.integer({ min: 0, max: 4 })),
      saleDate: fc.option(aNearDate),
      startDate: aNearDate,
      days: fc.option(fc.integer({ min: 0, max: 60 })),
      distance: aDistanceTerm,
      engineHours: someHours,
      cancelDate: aNearDate,
      odometer: fc.option(aNearOdometer, { freq: 20 }),
      hours: fc.option(fc.integer({ min: 0, max: 80 }), { freq: 20 }),
      lastReading: fc.option(aNearOdometer),
      claimsPaid: seldom,
      servicesProvided: fc.option(seldom),
      cancelledBy: fc.constantFrom("CUSTOMER", "DEALER", "PROVIDER"),
      ruleSet: aRuleSet(currency),
    })
    .map(({ days, paidShare, ...question }) => ({
      ...question,
      paid:
        paidShare === null
          ? null
          : { currency, amountMinor: Math.floor((question.price.amountMinor * paidShare) / 4) },
      endDate: days === null ? null : addDays(question.startDate, days),
    }));
});
const paidOf = ({ paid, price }: RefundQuestion) => (paid ?? price).amountMinor;
const runs = { numRuns: 2_000 };

describe("whatever is asked,", () => {
  test("a refund is never negative and never above what was paid, and the last step is its exact value", () => {
    let answered = 0;
    fc.assert(
      fc.property(aQuestion, (question) => {
        const outcome = quoteRefund(question);
        if (!outcome.ok) return;
        answered += 1;
        const { refund, steps } = outcome.value;
        expect(refund.amountMinor).toBeGreaterThanOrEqual(0);
        expect(refund.amountMinor).toBeLessThanOrEqual(paidOf(question));
        expect(refund.currency).toBe(question.price.currency);
        expect(steps.at(-1)).toMatchObject({ code: "REFUND", amountMinor: refund.amountMinor });
      }),
      runs,
    );
    expect(answered).toBeGreaterThan(300);
  });

  test("later and further is never more", () => {
    let compared = 0;
    const more = fc.record({ days: fc.nat(20), units: fc.nat(20), hours: fc.nat(20), claims: fc.nat(20) });
    fc.assert(
      fc.property(aQuestion, more, (question, { days, units, hours, claims }) => {
        const later = {
          ...question,
          cancelDate: addDays(question.cancelDate, days),
          odometer: question.odometer && { ...question.odometer, value: question.odometer.value + units },
          hours: question.hours == null ? question.hours : question.hours + hours,
          claimsPaid: { ...question.claimsPaid, amountMinor: question.claimsPaid.amountMinor + claims },
        };
        const [before, after] = [quoteRefund(question), quoteRefund(later)];
        if (!before.ok || !after.ok) return;
        compared += 1;
        expect(after.value.refund.amountMinor).toBeLessThanOrEqual(before.value.refund.amountMinor);
      }),
      runs,
    );
    expect(compared).toBeGreaterThan(200);
  });

  test("the same quote again is the same bytes", () => {
    const bytes = (question: RefundQuestion) => JSON.stringify(quoteRefund(question));
    fc.assert(
      fc.property(aQuestion, (question) => {
        const again = JSON.parse(JSON.stringify(question)) as RefundQuestion;
        expect(bytes(again)).toBe(bytes(question));
      }),
      { numRuns: 500 },
    );
  });

  test("minor units are all that counts: the currency's decimals change nothing", () => {
    expect(["JPY", "EUR", "KWD"].map(currencyExponent)).toEqual([0, 2, 3]);
    const figures = (question: RefundQuestion, currency: string) =>
      JSON.stringify(quoteRefund(question)).replaceAll(question.price.currency, currency);
    fc.assert(
      fc.property(aQuestion, aCurrency, (question, currency) => {
        const inAnother = JSON.parse(
          JSON.stringify(question).replaceAll(`"${question.price.currency}"`, `"${currency}"`),
        ) as RefundQuestion;
        expect(JSON.stringify(quoteRefund(inAnother))).toBe(figures(question, currency));
      }),
      { numRuns: 500 },
    );
  });
});
