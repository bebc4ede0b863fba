import type { Cancellation, ContractStatus, QuoteChange } from "@vehicle-contracts/contract-model";
import { cancelDayBreaks, decideMove, type Facts, writtenFields } from "@vehicle-contracts/contract-rules";
import { refuseIfBroken, ruleBroken, valueOrRefuse } from "../service-error.ts";
import { movable } from "./movable.ts";
import type { RefundFacts } from "./refund-facts.ts";
import { changesSince, type QuoteRow } from "./refund-quote-row.ts";

/**
 * What a contract is once its quote is accepted, at the instant `now`. Throws RULE_BROKEN (WRONG_STATUS; QUOTE_MISSING where the
 * quote's days are over or anything that it rests on has changed, which is said; CANCEL_IN_FUTURE before the day it cancels on).
 */
export function cancelByQuote(
  quote: QuoteRow,
  facts: RefundFacts,
  today: Facts,
  now: string,
): { status: ContractStatus; cancellation: Cancellation } {
  const { contract } = facts;
  const changes = changesSince(quote, facts, now);
  const record = { ...movable(writtenFields(contract), today.today), status: contract.status };
  const moved = decideMove("cancel", record, { ...today, quoteAccepted: changes.length === 0 });
  if (!moved.ok && moved.fields[0]?.code === "QUOTE_MISSING") throw outdated(changes);
  const { to: status } = valueOrRefuse(moved);
  const { cancelDate: date, cancelledBy, reason } = quote.inputs;
  refuseIfBroken(cancelDayBreaks(date, today.today));
  return {
    status,
    cancellation: { date, cancelledBy, reason, quoteId: quote.quoteId, refund: quote.refund },
  };
}

const words: Record<QuoteChange, string> = {
  CONTRACT: "the contract has changed",
  LEDGER: "usage has been entered or reversed",
  READINGS: "a reading has been recorded",
  RULE_SET: "the contract goes by another rule set",
  VALIDITY: "the days that it holds are over",
};

const outdated = (changes: readonly QuoteChange[]) =>
  ruleBroken({
    path: "quote",
    code: "QUOTE_MISSING",
    message: `The quote does not hold any more: since it was made, ${changes.map((change) => words[change]).join(", and ")}. Make a new quote.`,
  });
