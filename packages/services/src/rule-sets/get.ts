import type { GetRuleSet, RefundRuleSet } from "@vehicle-contracts/contract-model";
import type { TenantTx } from "@vehicle-contracts/database";
import { type Actor, requireAnyStore } from "../actor.ts";
import { ruleSetsOf } from "../internal/rule-set-row.ts";
import { notFound } from "../service-error.ts";

/** A rule set in a version, the newest unless said otherwise. Throws NOT_FOUND, FORBIDDEN. */
export async function getRuleSet(tx: TenantTx, actor: Actor, input: GetRuleSet): Promise<RefundRuleSet> {
  requireAnyStore(actor);
  const versions = (await tx.last(ruleSetsOf(tx))).get(input.code) ?? [];
  const found = versions.find(({ version }) => version === (input.version ?? version));
  if (!found) throw notFound("rule set");
  return found;
}
