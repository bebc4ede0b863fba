import type { Money, RefundRules } from "@vehicle-contracts/contract-model";

/** A rule set that comes with the product: version 1 of its code. An example to go on from, not legal advice. */
export type ShippedRuleSet = {
  code: string;
  version: 1;
  name: string;
  /** Why it is there. */
  note: string;
  rules: RefundRules;
};

/** Of minor units by currency: examples of like worth, not converted. */
const amounts = (byCurrency: Readonly<Record<string, number>>): Money[] =>
  Object.entries(byCurrency).map(([currency, amountMinor]) => ({ amountMinor, currency }));

const fiftyOrSo = amounts({
  USD: 5_000,
  GBP: 5_000,
  AUD: 7_500,
  BHD: 20_000,
  CAD: 7_500,
  CHF: 5_000,
  CZK: 125_000,
  DKK: 37_500,
  HUF: 2_000_000,
  INR: 450_000,
  JPY: 7_500,
  KWD: 15_000,
  NOK: 55_000,
  NZD: 8_000,
  PLN: 21_500,
  SEK: 55_000,
  ZAR: 95_000,
});

/** What an enterprise that has said nothing goes by. */
export const usualRuleSet = { code: "PRO_RATA", version: 1 } as const;

/** The rule sets that come with the product, by code. Examples, not legal advice. docs/rules.md, "Refund". */
export const shippedRuleSets: readonly ShippedRuleSet[] = [
  {
    code: "BALANCE",
    version: 1,
    name: "Balance",
    note: "For service plans: what was paid, less the services provided and a fee with tax on it.",
    rules: {
      method: "BALANCE",
      basis: "LESSER",
      freeLookDays: 30,
      retainedPercent: {},
      fee: {
        kind: "FIXED",
        amount: { amountMinor: 5_000, currency: "EUR" },
        inOtherCurrencies: fiftyOrSo,
      },
      feeTaxPercent: 20,
      deductClaims: true,
      rounding: "HALF_UP",
    },
  },
  {
    code: "CALIFORNIA",
    version: 1,
    name: "California",
    note: "After the rule that a fee is at most 10 % of the price, and at most 25.00.",
    rules: {
      method: "PRO_RATA",
      basis: "LESSER",
      freeLookDays: 60,
      retainedPercent: {},
      fee: {
        kind: "PERCENT",
        percent: 10,
        cap: { amountMinor: 2_500, currency: "USD" },
        inOtherCurrencies: amounts({ EUR: 2_500, GBP: 2_500 }),
      },
      feeTaxPercent: 0,
      deductClaims: true,
      rounding: "HALF_UP",
    },
  },
  {
    code: "OKLAHOMA",
    version: 1,
    name: "Oklahoma",
    note: "After the rule that a tenth is retained where the customer cancels, and nothing where the provider does.",
    rules: {
      method: "PRO_RATA",
      basis: "LESSER",
      freeLookDays: 30,
      retainedPercent: { CUSTOMER: 10, PROVIDER: 0 },
      fee: { kind: "NONE" },
      feeTaxPercent: 0,
      deductClaims: true,
      rounding: "HALF_UP",
    },
  },
  {
    code: "PRO_RATA",
    version: 1,
    name: "Pro rata",
    note: "The lesser of the shares of time and distance not used, less claims and a fee.",
    rules: {
      method: "PRO_RATA",
      basis: "LESSER",
      freeLookDays: 30,
      retainedPercent: {},
      fee: {
        kind: "FIXED",
        amount: { amountMinor: 5_000, currency: "EUR" },
        inOtherCurrencies: fiftyOrSo,
      },
      feeTaxPercent: 0,
      deductClaims: true,
      rounding: "HALF_UP",
    },
  },
];

/** The shipped rule set of a code; undefined where there is none. */
export const shippedRuleSet = (code: string): ShippedRuleSet | undefined =>
  shippedRuleSets.find((shipped) => shipped.code === code);
