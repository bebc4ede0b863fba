import type { RefundTrial, TryOutRuleSet } from "@vehicle-contracts/contract-model";
import { completeRefundRules, quoteRefund } from "@vehicle-contracts/contract-rules";
import type { TenantTx } from "@vehicle-contracts/database";
import { type Actor, requireAnyStore, requireRole } from "../actor.ts";
import { factsOfContract } from "../internal/refund-facts.ts";
import { questionOf, refundInputs } from "../internal/refund-inputs.ts";
import { notFound, valueOrRefuse } from "../service-error.ts";

/**
 * What rules that are being written would give back for a contract; nothing is kept, and the contract may be in any state.
 * Throws FORBIDDEN, NOT_FOUND, RULE_BROKEN (as a quote).
 */
export async function tryOutRuleSet(tx: TenantTx, actor: Actor, input: TryOutRuleSet): Promise<RefundTrial> {
  requireRole(actor, "administrator");
  requireAnyStore(actor);
  const { contractId, rules, ...asked } = input;
  const facts = await tx.last(factsOfContract(tx, { contractId }));
  if (!facts) throw notFound("contract");
  const tried = {
    code: "TRIAL",
    version: 1,
    name: "Trial",
    note: null,
    shipped: false,
    rules: completeRefundRules(rules),
    createdAt: null,
    createdBy: null,
  };
  const inputs = valueOrRefuse(refundInputs({ ...facts, ruleSet: tried }, { ...asked, reason: "Trial" }));
  return { inputs, ...valueOrRefuse(quoteRefund(questionOf(inputs))) };
}
