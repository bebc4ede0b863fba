import type { EnterpriseResult, UpdateEnterprise } from "@vehicle-contracts/contract-model";
import { enterprise, type TenantTx } from "@vehicle-contracts/database";
import { type Actor, requireRole } from "../actor.ts";
import { changedOnly } from "../internal/changed-only.ts";
import { ownEnterprise } from "../internal/enterprise-row.ts";
import { guardedUpdate } from "../internal/guarded-update.ts";
import { lookForRuleSet } from "../internal/rule-set-row.ts";
import { stale } from "../internal/stale.ts";
import { together } from "../internal/together.ts";

const update = guardedUpdate(enterprise, {
  tenant: enterprise.enterpriseId,
  id: enterprise.enterpriseId,
});

/**
 * Changes what is set for the whole enterprise; takes an administrator and the version that was read. It holds from the next
 * question on and changes no contract. Throws FORBIDDEN, STALE_VERSION, NOT_FOUND (a rule set).
 */
export async function updateEnterprise(
  tx: TenantTx,
  actor: Actor,
  input: UpdateEnterprise,
): Promise<EnterpriseResult> {
  requireRole(actor, "administrator");
  const { version } = input;
  const [before, refuseRuleSet] = await together([
    ownEnterprise(tx),
    lookForRuleSet(tx, input.changes.defaultRefundRuleSet, "defaultRefundRuleSet"),
  ]);
  if (before.version !== version) throw stale("enterprise's settings", before);
  const changes = changedOnly(before, input.changes);
  if (Object.keys(changes).length === 0) return { enterprise: before, warnings: [] };
  refuseRuleSet();
  const { defaultRefundRuleSet: defaultRuleSet, orderOfChoice } = { ...before, ...changes };
  const [updated, now] = await together([
    update(tx, { id: before.enterpriseId, version }, { orderOfChoice, defaultRuleSet }),
    ownEnterprise(tx),
  ]);
  if (!updated) throw stale("enterprise's settings", now);
  return { enterprise: now, warnings: [] };
}
