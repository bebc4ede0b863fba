import type { CancelledBy, QuoteChange, RefundQuote } from "@vehicle-contracts/contract-model";

const cancellers: Readonly<Record<CancelledBy, string>> = {
  CUSTOMER: "Customer",
  DEALER: "Dealer",
  PROVIDER: "Provider",
};

/** Who cancels. */
export const cancellerWord = (by: CancelledBy): string => cancellers[by];
export const cancellerOptions = (Object.keys(cancellers) as CancelledBy[]).map((value) => ({
  value,
  label: cancellers[value],
}));

/** What contracts are usually cancelled for; anything else may be typed. */
export const usualReasons = [
  "Vehicle sold",
  "Vehicle written off",
  "Financing ended",
  "No longer wanted",
  "Entered by mistake",
] as const;

const changes: Readonly<Record<QuoteChange, string>> = {
  CONTRACT: "the contract has changed",
  LEDGER: "usage has been entered or reversed",
  READINGS: "a reading has been recorded",
  RULE_SET: "the contract goes by another rule set",
  VALIDITY: "its 14 days are over",
};

/** Why a quote does not hold any more, in words. */
export const outdatedWords = ({ outdatedBy }: Pick<RefundQuote, "outdatedBy">): string =>
  outdatedBy.map((change) => changes[change]).join(", and ");

/** What a quote is called between people: the end of its id. */
export const quoteName = ({ quoteId }: Pick<RefundQuote, "quoteId">): string =>
  `Q-${quoteId.slice(-8).toUpperCase()}`;

export const notAdvice = "Rule sets that come with the product are examples, not legal advice.";
