import type {
  ContractInput,
  CreateRuleSet,
  RefundQuote,
  RefundRuleSet,
} from "@vehicle-contracts/contract-model";
import { newId } from "@vehicle-contracts/database";
import { makeRefundQuote } from "../refunds/quote.ts";
import { createRuleSet } from "../rule-sets/create.ts";
import type { DealerGroup } from "./a-dealer-group.ts";
import { anActiveContract } from "./records.ts";

type RuleSetInput = CreateRuleSet["ruleSet"];

/** A rule set of a code of its own: pro rata without a fee, unless said otherwise. */
export const aRuleSetInput = (facts: Partial<RuleSetInput> = {}): RuleSetInput => ({
  code: `RS-${newId()}`,
  name: "Pro rata, ours",
  rules: { method: "PRO_RATA", basis: "LESSER" },
  ...facts,
});

export async function aRuleSet(
  group: DealerGroup,
  facts: Partial<RuleSetInput> = {},
): Promise<RefundRuleSet> {
  const input = { idempotencyKey: newId(), ruleSet: aRuleSetInput(facts) };
  return (await group.change(createRuleSet, input, group.administrator)).ruleSet;
}

/** A quote for an active contract of its own, cancelled by the customer on 2 March 2026 at 30,000 km. */
export async function aRefundQuote(
  group: DealerGroup,
  facts: Partial<ContractInput> = {},
): Promise<RefundQuote> {
  const { contractId, version } = await anActiveContract(group, facts);
  return group.change(makeRefundQuote, {
    contractId,
    version,
    cancelDate: "2026-03-02",
    odometer: { value: 30_000, unit: "KM" },
    cancelledBy: "CUSTOMER",
    reason: "Vehicle sold",
  });
}
