import { type QuoteRefund, quoteDays, type RefundQuote } from "@vehicle-contracts/contract-model";
import { decideMove, quoteRefund, writtenFields } from "@vehicle-contracts/contract-rules";
import { addDays, endOfDayIn } from "@vehicle-contracts/contract-rules/temporal";
import { newId, preparedInsert, refundQuote, type TenantTx } from "@vehicle-contracts/database";
import { type Actor, asRevisionActor, requireAnyStore, requireGrant, requireRole } from "../actor.ts";
import { contractConflict } from "../internal/contract-conflict.ts";
import { contractAlone } from "../internal/contract-row.ts";
import { movable } from "../internal/movable.ts";
import { factsOfContract, type RefundFacts, restedOn } from "../internal/refund-facts.ts";
import { questionOf, refundInputs } from "../internal/refund-inputs.ts";
import { basisOf, type QuoteRow, toQuote } from "../internal/refund-quote-row.ts";
import { notFound, valueOrRefuse } from "../service-error.ts";

const insert = preparedInsert("insert_refund_quote", refundQuote);

/**
 * What cancelling a sold contract would give back, by the rule set that it goes by: kept with all that it rests on, and good
 * for 14 days, the day it is made counted. The contract is not changed. Throws NOT_FOUND, FORBIDDEN, STALE_VERSION, RULE_BROKEN
 * (WRONG_STATUS, PRICE_MISSING, CURRENCY_DIFFERS, RULE_SET_MISSING, and what `quoteRefund` refuses).
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
  // What has run out by its limits is refused by the rule of refunds, which says by which.
  if (contract.effectiveStatus !== "EXPIRED") refuseUnlessLiving(facts);
  const inputs = valueOrRefuse(refundInputs(facts, asked));
  const { refund, steps } = valueOrRefuse(quoteRefund(questionOf(inputs)));
  refuseUnlessLiving(facts);
  const lastDay = addDays(contract.store.today, quoteDays - 1);
  const row: QuoteRow = {
    enterpriseId: tx.enterpriseId,
    quoteId: newId(),
    contractId,
    contractVersion: version,
    inputs,
    steps,
    refund,
    basis: basisOf(restedOn(inputs)),
    validUntil: endOfDayIn(facts.timeZone, lastDay),
    quotedBy: asRevisionActor(actor),
    quotedAt: tx.startedAt,
    acceptedBy: null,
    acceptedAt: null,
  };
  await tx.last(insert(tx, row));
  return toQuote(row, facts, tx.startedAt);
}

/** A quote for what cannot be cancelled would be of no use. */
function refuseUnlessLiving({ contract }: RefundFacts): void {
  const { store, vehicle, status } = contract;
  const facts = { ...latestOf(vehicle), today: store.today, quoteAccepted: true };
  const record = movable(writtenFields(contractAlone(contract)), store.today);
  valueOrRefuse(decideMove("cancel", { ...record, status }, facts));
}

/** The vehicle's latest readings, as the moves take them. */
export const latestOf = ({ latestOdometer, latestHours }: RefundFacts["contract"]["vehicle"]) => ({
  latestOdometer,
  latestHours: latestHours?.value ?? null,
});
