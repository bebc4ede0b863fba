import { createHash } from "node:crypto";
import type { QuoteChange, RefundQuote } from "@vehicle-contracts/contract-model";
import { sameValue } from "@vehicle-contracts/contract-rules";
import { todayIn } from "@vehicle-contracts/contract-rules/temporal";
import type { refundQuote } from "@vehicle-contracts/database";
import { stringify } from "safe-stable-stringify";
import type { RefundFacts } from "./refund-facts.ts";
import { type RestsOn, restedOn, restsOnNow } from "./rests-on.ts";

export type QuoteRow = typeof refundQuote.$inferSelect;

/** SHA-256 over what a quote rests on. */
export const basisOf = (restsOn: RestsOn): string =>
  createHash("sha256")
    .update(String(stringify(restsOn)))
    .digest("hex");

const living = ["PENDING", "ACTIVE", "SUSPENDED"];

/** What has changed since the quote was made; nothing while it can be accepted. */
export function changesSince(row: QuoteRow, facts: RefundFacts, now: string): QuoteChange[] {
  const { inputs } = row;
  const [then, today] = [restedOn(inputs), restsOnNow(facts, inputs)];
  const overdue: QuoteChange[] = now > row.validUntil ? ["VALIDITY"] : [];
  const ended = !living.includes(facts.contract.effectiveStatus);
  if (!ended && basisOf(today) === row.basis) return overdue;
  const changed = (Object.keys(then) as (keyof RestsOn)[]).filter(
    (part) => !sameValue(then[part], today[part]) || (part === "CONTRACT" && ended),
  );
  return [...changed, ...overdue];
}

/** A quote as it stands against the register of now. */
export function toQuote(row: QuoteRow, facts: RefundFacts, now: string): RefundQuote {
  const outdatedBy = row.acceptedAt === null ? changesSince(row, facts, now) : [];
  return {
    quoteId: row.quoteId,
    contractId: row.contractId,
    validUntil: todayIn(facts.timeZone, row.validUntil),
    steps: row.steps,
    refund: row.refund,
    inputs: row.inputs,
    state: row.acceptedAt !== null ? "ACCEPTED" : outdatedBy.length > 0 ? "OUTDATED" : "OPEN",
    outdatedBy,
    quotedAt: row.quotedAt,
    quotedBy: row.quotedBy,
    acceptedAt: row.acceptedAt,
    acceptedBy: row.acceptedBy,
  };
}
