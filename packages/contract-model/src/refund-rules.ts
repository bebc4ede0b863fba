import { z } from "zod";
import { distinct } from "./contract/distinct.ts";
import { Money, Percentage, whole } from "./values.ts";

/** Amounts of one thing in several currencies, each currency once. */
const amountsByCurrency = z
  .array(Money)
  .max(200, "Must name at most 200 currencies.")
  .check(distinct((money) => money.currency, "currency", "Stands twice: a currency has one amount."));

const kinds = "Must be of the kind NONE, FIXED or PERCENT.";

/**
 * What a customer who cancels pays: nothing; a fixed amount; or a percentage of the price; at most `cap`. An amount counts in
 * its own currency only: `inOtherCurrencies` names the fixed amount, or the cap of a percentage, for contracts in others. A contract in a
 * currency that is not named is refused a quote while a fee is due.
 */
export const CancellationFeeInput = z.discriminatedUnion(
  "kind",
  [
    z.strictObject({ kind: z.literal("NONE") }),
    z.strictObject({
      kind: z.literal("FIXED"),
      amount: Money,
      cap: Money.nullish(),
      inOtherCurrencies: amountsByCurrency.nullish(),
    }),
    z.strictObject({
      kind: z.literal("PERCENT"),
      percent: Percentage,
      cap: Money.nullish(),
      inOtherCurrencies: amountsByCurrency.nullish(),
    }),
  ],
  kinds,
);
export const CancellationFee = z.discriminatedUnion(
  "kind",
  [
    z.object({ kind: z.literal("NONE") }),
    z.object({
      kind: z.literal("FIXED"),
      amount: Money,
      cap: Money.nullish(),
      inOtherCurrencies: z.array(Money).nullish(),
    }),
    z.object({
      kind: z.literal("PERCENT"),
      percent: Percentage,
      cap: Money.nullish(),
      inOtherCurrencies: z.array(Money).nullish(),
    }),
  ],
  kinds,
);
export type CancellationFee = z.infer<typeof CancellationFee>;

/** PRO_RATA: the share not used of the price. BALANCE: what was paid, less the services provided. */
export const RefundMethod = z.enum(["PRO_RATA", "BALANCE"], "Must be PRO_RATA or BALANCE.");
export type RefundMethod = z.infer<typeof RefundMethod>;

/** Which share not used counts, for PRO_RATA: the least there is, that of time, or that of distance. */
export const RefundBasis = z.enum(["LESSER", "TIME", "DISTANCE"], "Must be LESSER, TIME or DISTANCE.");
export type RefundBasis = z.infer<typeof RefundBasis>;

const retainedPercent = z.strictObject({
  CUSTOMER: Percentage.nullish(),
  DEALER: Percentage.nullish(),
  PROVIDER: Percentage.nullish(),
});

const rules = {
  method: RefundMethod,
  basis: RefundBasis,
  /** 0 to 3,660 (inclusive), the day of sale counted: all that was paid goes back while nothing was claimed or provided. */
  freeLookDays: whole(0, 3_660),
  /** Of the price not used, by who cancels; left out: 0. For PRO_RATA. */
  retainedPercent,
  fee: CancellationFee,
  /** On the fee. */
  feeTaxPercent: Percentage,
  deductClaims: z.boolean(),
  rounding: z.literal("HALF_UP", "Must be HALF_UP."),
};

/** By what a refund is reckoned: data, not code. docs/rules.md, "Refund". */
export const RefundRules = z.object(rules);
export type RefundRules = z.infer<typeof RefundRules>;

/** Left out: `basis` LESSER, no free look, nothing retained, no fee, no tax on it, claims deducted, rounded half up. */
export const RefundRulesInput = z.strictObject({
  method: rules.method,
  basis: rules.basis.nullish(),
  freeLookDays: rules.freeLookDays.nullish(),
  retainedPercent: retainedPercent.nullish(),
  fee: CancellationFeeInput.nullish(),
  feeTaxPercent: rules.feeTaxPercent.nullish(),
  deductClaims: rules.deductClaims.nullish(),
  rounding: rules.rounding.nullish(),
});
export type RefundRulesInput = z.infer<typeof RefundRulesInput>;

/** The steps of a refund, in their order. docs/rules.md, "Refund". */
export const RefundStepCode = z.enum([
  "FREE_LOOK",
  "SHARE_BEFORE_START",
  "TIME_SHARE",
  "DISTANCE_SHARE",
  "HOURS_SHARE",
  "SHARE",
  "UNEARNED",
  "RETAINED",
  "PAID",
  "SERVICES",
  "CLAIMS",
  "UNPAID",
  "FEE",
  "FEE_TAX",
  "RAISED_TO_ZERO",
  "REFUND",
]);
export type RefundStepCode = z.infer<typeof RefundStepCode>;

/**
 * One step: `exact` is a whole number or `n/d` in lowest terms, in minor units where it is money; money also has
 * `amountMinor`, half up, for show. Deductions are positive, and left out where they are 0.
 */
export const RefundStep = z.object({
  code: RefundStepCode,
  exact: z.string(),
  amountMinor: z.int().optional(),
});
export type RefundStep = z.infer<typeof RefundStep>;
