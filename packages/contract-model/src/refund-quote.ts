import { z } from "zod";
import { CancelledBy } from "./contract/after-sale.ts";
import { DistanceTerm, HoursTerm } from "./contract/limits.ts";
import { RevisionActor } from "./history.ts";
import { page, paging } from "./paging.ts";
import { RefundRules, RefundRulesInput, RefundStep } from "./refund-rules.ts";
import { CalendarDate, Distance, Hours, Id, Instant, line, Money, Version } from "./values.ts";

/** Days that a quote holds, the day it was made counted. */
export const quoteDays = 14;

/** An entry of the ledger that a refund takes off; `amount` null: one that has none of its own. */
const CountedUsage = z.object({
  code: z.string(),
  date: z.string(),
  repairOrder: z.string().nullable(),
  quantity: z.int().nullable(),
  amount: Money.nullable(),
});
export type CountedUsage = z.infer<typeof CountedUsage>;

const LastReadings = z.object({
  odometer: Distance.nullable(),
  hours: Hours.nullable(),
});

/** All that a quote rests on, as it was then. Amounts are in the contract's currency. */
export const RefundInputs = z.object({
  contractVersion: Version,
  cancelDate: CalendarDate,
  cancelledBy: CancelledBy,
  reason: z.string(),
  /** As asked. */
  odometer: Distance.nullable(),
  hours: Hours.nullable(),
  /** Whom the contract was of that day. Quotes of earlier versions of the product have none. */
  holderId: Id.nullable().optional(),
  /** Gross; 0 in the store's currency where the contract has none. */
  price: Money,
  paid: Money,
  saleDate: z.string(),
  startDate: z.string(),
  endDate: z.string().nullable(),
  distance: DistanceTerm,
  engineHours: HoursTerm,
  /** The last on or before the day of cancellation, and the latest of the vehicle. */
  lastReadings: LastReadings,
  latestReadings: LastReadings,
  /** Entries of the ledger, reversals counted. */
  ledgerEntries: z.int(),
  /** Those not reversed: amounts, and services by allowance. */
  claims: z.array(CountedUsage),
  services: z.array(CountedUsage),
  claimsPaid: Money,
  servicesProvided: Money,
  ruleSet: z.object({
    code: z.string(),
    version: Version,
    name: z.string(),
    shipped: z.boolean(),
    rules: RefundRules,
  }),
});
export type RefundInputs = z.infer<typeof RefundInputs>;

/** What has changed since a quote was made: then it cannot be accepted. VALIDITY: its days are over. */
export const QuoteChange = z.enum(["CONTRACT", "LEDGER", "READINGS", "RULE_SET", "VALIDITY"]);
export type QuoteChange = z.infer<typeof QuoteChange>;

/** What a cancellation would give back: its inputs frozen, each step, and the result. */
export const RefundQuote = z.object({
  quoteId: Id,
  contractId: Id,
  /** The last day (inclusive, of the contract's store) on which it can be accepted. */
  validUntil: CalendarDate,
  steps: z.array(RefundStep),
  refund: Money,
  inputs: RefundInputs,
  /** OPEN: it can be accepted. OUTDATED: not any more, by `outdatedBy`. */
  state: z.enum(["OPEN", "OUTDATED", "ACCEPTED"]),
  outdatedBy: z.array(QuoteChange),
  quotedAt: Instant,
  quotedBy: RevisionActor,
  acceptedAt: Instant.nullable(),
  acceptedBy: RevisionActor.nullable(),
});
export type RefundQuote = z.infer<typeof RefundQuote>;

/** `version` is the contract's that was read. `cancelDate` is the first day that counts as not used. */
export const QuoteRefund = z.strictObject({
  contractId: Id,
  version: Version,
  cancelDate: CalendarDate,
  odometer: Distance.nullish(),
  hours: Hours.nullish(),
  cancelledBy: CancelledBy,
  reason: line(500),
});
export type QuoteRefund = z.infer<typeof QuoteRefund>;

/** Asks what rules would give back that are not kept yet. */
export const TryOutRuleSet = z.strictObject({
  contractId: Id,
  cancelDate: CalendarDate,
  odometer: Distance.nullish(),
  hours: Hours.nullish(),
  cancelledBy: CancelledBy,
  rules: RefundRulesInput,
});
export type TryOutRuleSet = z.infer<typeof TryOutRuleSet>;
export const RefundTrial = z.object({ inputs: RefundInputs, steps: z.array(RefundStep), refund: Money });
export type RefundTrial = z.infer<typeof RefundTrial>;

/** Cancels the contract. */
export const AcceptRefund = z.strictObject({ quoteId: Id });
export type AcceptRefund = z.infer<typeof AcceptRefund>;

export const GetRefundQuote = z.strictObject({ quoteId: Id });
export type GetRefundQuote = z.infer<typeof GetRefundQuote>;

/** The quotes of a contract, newest first. */
export const ListRefundQuotes = z.strictObject({ contractId: Id, ...paging });
export type ListRefundQuotes = z.infer<typeof ListRefundQuotes>;
export const RefundQuotePage = page(RefundQuote);
export type RefundQuotePage = z.infer<typeof RefundQuotePage>;
