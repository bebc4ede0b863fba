import type { QuoteRefund, RefundQuote } from "@vehicle-contracts/contract-model";
import { newId, preparedInsert, refundQuote, type TenantTx } from "@vehicle-contracts/database";
import { type Actor, asRevisionActor, requireAnyStore, requireGrant, requireRole } from "../actor.ts";
import { contractConflict } from "../internal/contract-conflict.ts";
import { contractAlone } from "../internal/contract-row.ts";
import { drawUpQuote, todayOf } from "../internal/draw-up-quote.ts";
import { factsOfContract } from "../internal/refund-facts.ts";
import { toQuote } from "../internal/refund-quote-row.ts";
import { notFound } from "../service-error.ts";

const insert = preparedInsert("insert_refund_quote", refundQuote);

/**
 * What cancelling a sold contract would give back, by the rule set that it goes by: kept with all that it rests on, and good
 * for 14 days, the day it is made counted. The contract is not changed. Throws NOT_FOUND, FORBIDDEN, STALE_VERSION, RULE_BROKEN
 * (WRONG_STATUS, CURRENCY_DIFFERS, RULE_SET_MISSING, and what `quoteRefund` refuses).
 */
export async function makeRefundQuote(tx: TenantTx, actor: Actor, input: QuoteRefund): Promise<RefundQuote> {
  requireRole(actor, "advisor");
  requireAnyStore(actor);
  const { contractId, version, ...asked } = input;
  const facts = await factsOfContract(tx, { contractId });
  if (!facts) throw notFound("contract");
  const { contract } = facts;
  requireGrant(actor, contract.storeId);
  if (contract.version !== version) throw await contractConflict(tx, contractAlone(contract), version);
  const row = drawUpQuote(facts, todayOf(contract), asked, {
    ...{ enterpriseId: tx.enterpriseId, quoteId: newId() },
    ...{ quotedBy: asRevisionActor(actor), quotedAt: tx.startedAt },
  });
  await tx.last(insert(tx, row));
  return toQuote(row, facts, tx.startedAt);
}
