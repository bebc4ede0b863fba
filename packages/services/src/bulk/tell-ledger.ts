import { byCodePoint, effectiveStatus } from "@vehicle-contracts/contract-rules";
import { cancelByQuote } from "../internal/cancel-by-quote.ts";
import { drawUpQuote } from "../internal/draw-up-quote.ts";
import { newEntry, newReversal } from "../internal/ledger-entry.ts";
import type { RefundFacts } from "../internal/refund-facts.ts";
import type { QuoteRow } from "../internal/refund-quote-row.ts";
import { type Ground, knownAt } from "./ground.ts";
import type { RegisterCancellation, RegisterQuote, RegisterReversal, RegisterUsage } from "./register.ts";
import { recorded, type Told } from "./told.ts";

/** A contract with what was known at the moment of a step. */
function known(told: Told, ground: Ground, at: string) {
  const moment = knownAt(ground, told.contract, at);
  const contract = { ...told.contract, effectiveStatus: effectiveStatus(told.contract, moment.today) };
  return { ...moment, contract };
}

const markOf = (enterpriseId: string, { contract }: Told, step: RegisterUsage | RegisterReversal) => ({
  ...{ enterpriseId, contractId: contract.contractId, usageId: step.usageId },
  ...{ recordedBy: step.actor, recordedAt: step.at, correlationId: step.correlationId },
});

/** An entry of the ledger. Throws RULE_BROKEN, as `usage.record`. */
export function provided(enterpriseId: string, told: Told, step: RegisterUsage, ground: Ground): Told {
  const { contract, odometers, today } = known(told, ground, step.at);
  const on = { ...contract, today: today.today, used: told.used };
  const { entry, used } = newEntry(on, odometers, step.usage, markOf(enterpriseId, told, step));
  return { ...told, used, ledger: [...told.ledger, entry] };
}

/** An entry that takes another one back. Throws RULE_BROKEN, as `usage.reverse`. */
export function takenBack(enterpriseId: string, told: Told, step: RegisterReversal, ground: Ground): Told {
  const { effectiveStatus } = known(told, ground, step.at).contract;
  const before = told.ledger.find(({ usageId }) => usageId === step.reverses);
  if (!before) throw new Error(`No entry ${step.reverses} stands before the one that is to take it back.`);
  const reversedBy = told.ledger.find(({ reverses }) => reverses === step.reverses)?.usageId ?? null;
  const { entry, used } = newReversal(
    { effectiveStatus, used: told.used },
    { ...before, reversedBy },
    step.reason,
    markOf(enterpriseId, told, step),
  );
  return { ...told, used, ledger: [...told.ledger, entry] };
}

/** A quote, open. Throws RULE_BROKEN, as `refunds.quote`. */
export function quoted(enterpriseId: string, told: Told, step: RegisterQuote, ground: Ground): Told {
  const { facts, today } = factsAt(told, ground, step.at);
  const mark = { enterpriseId, quoteId: step.quoteId, quotedBy: step.actor, quotedAt: step.at };
  return { ...told, quotes: [...told.quotes, drawUpQuote(facts, today, step.asked, mark)] };
}

/** The contract cancelled, its quote accepted. Throws RULE_BROKEN, as `refunds.accept`. */
export function cancelled(
  enterpriseId: string,
  told: Told,
  step: RegisterCancellation,
  ground: Ground,
): Told {
  const quote = told.quotes.find(({ quoteId }) => quoteId === step.accepts);
  if (!quote) throw new Error(`No quote ${step.accepts} stands before the cancellation by it.`);
  const { facts, today } = factsAt(told, ground, step.at);
  const { contract: before } = told;
  const ended = cancelByQuote(quote, facts, today, step.at);
  const after = { ...before, ...ended, version: before.version + 1, updatedAt: step.at };
  const entry = { ...step, action: "contract.cancelled" as const, reason: quote.inputs.reason };
  const accepted: QuoteRow = { ...quote, acceptedBy: step.actor, acceptedAt: step.at };
  return {
    ...told,
    ...recorded(enterpriseId, told, entry, after),
    quotes: told.quotes.map((each) => (each === quote ? accepted : each)),
  };
}

function factsAt(told: Told, ground: Ground, at: string) {
  const { contract, odometers, hours, timeZone, currency, today } = known(told, ground, at);
  const facts: RefundFacts = {
    contract,
    // As a quote reads it.
    ledger: told.ledger.toSorted((a, b) => byCodePoint(a.usageId, b.usageId)),
    odometers: odometers.map(({ correction, ...reading }) => ({
      ...reading,
      correction: correction ?? false,
    })),
    hours: hours.map(({ correction, ...reading }) => ({ ...reading, correction: correction ?? false })),
    ruleSet: ground.ruleSetFor(contract.refundRuleSet),
    timeZone,
    currency,
  };
  return { facts, today };
}
