import { newId } from "@vehicle-contracts/database";
import { anActiveContract, aRefundQuote, aRuleSet, aRuleSetInput } from "@vehicle-contracts/services/testing";
import type { Example, Register } from "./examples.ts";

/** Examples of refunds and of the rule sets that they go by. */
export function refundExamples(own: Register, theirs: Register): Record<string, Example> {
  const { group } = own;
  const hamburg = group.hamburg.storeId;
  const key = () => ({ idempotencyKey: newId() });
  const contract = { contractId: theirs.contractId };
  const quote = { quoteId: theirs.quoteId };
  const at = async (storeId: string) => {
    const { contractId, version } = await anActiveContract(group, { storeId });
    return { contractId, version };
  };

  return {
    "refunds.list": { role: "viewer", input: () => ({ contractId: own.contractId }), ids: contract },
    "refunds.get": { role: "viewer", input: () => ({ quoteId: own.quoteId }), ids: quote },
    "refunds.quote": {
      role: "advisor",
      byStore: true,
      input: async (storeId = hamburg) => ({
        ...(await at(storeId)),
        cancelDate: "2026-03-02",
        odometer: { value: 30_000, unit: "KM" },
        cancelledBy: "CUSTOMER",
        reason: "Vehicle sold",
      }),
      ids: contract,
    },
    "refunds.accept": {
      role: "advisor",
      byStore: true,
      input: async (storeId = hamburg) => ({ quoteId: (await aRefundQuote(group, { storeId })).quoteId }),
      ids: quote,
    },
    "ruleSets.list": { role: "viewer", input: () => ({ search: "pro rata" }), ids: {} },
    "ruleSets.get": {
      role: "viewer",
      input: () => ({ code: own.ruleSetCode }),
      ids: { code: theirs.ruleSetCode },
    },
    "ruleSets.tryOut": {
      role: "administrator",
      input: async () => ({
        contractId: (await anActiveContract(group)).contractId,
        cancelDate: "2026-03-02",
        odometer: { value: 30_000, unit: "KM" },
        cancelledBy: "CUSTOMER",
        rules: aRuleSetInput().rules,
      }),
      ids: contract,
    },
    "ruleSets.create": {
      role: "administrator",
      withoutStores: true,
      input: () => ({ ...key(), ruleSet: aRuleSetInput() }),
      ids: {},
    },
    "ruleSets.newVersion": {
      role: "administrator",
      withoutStores: true,
      input: async () => {
        const { code, ...ruleSet } = aRuleSetInput();
        await aRuleSet(group, { code });
        return { ...key(), code, version: 1, ruleSet };
      },
      ids: { code: theirs.ruleSetCode },
    },
  };
}
