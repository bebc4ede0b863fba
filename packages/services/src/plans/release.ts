import type { MovePlan, PlanResult } from "@vehicle-contracts/contract-model";
import { releaseBreaks } from "@vehicle-contracts/contract-rules";
import type { TenantTx } from "@vehicle-contracts/database";
import { type Actor, requireRole } from "../actor.ts";
import { claim } from "../internal/claim.ts";
import { noSuchPlan, planVersion, stalePlan, versionsOf, writeState } from "../internal/plan-row.ts";
import { lookForRuleSet } from "../internal/rule-set-row.ts";
import { together } from "../internal/together.ts";
import { refuseIfBroken, ruleBroken } from "../service-error.ts";

/**
 * A draft is sold from now on, and the version that was sold until now is retired; takes an administrator. Throws NOT_FOUND,
 * FORBIDDEN, STALE_VERSION, RULE_BROKEN (WRONG_STATE, and what `releaseBreaks` names), NOT_FOUND (its rule set).
 */
export async function releasePlan(tx: TenantTx, actor: Actor, input: MovePlan): Promise<PlanResult> {
  requireRole(actor, "administrator");
  const [, versions] = await together([claim(tx, ["plan", input.code]), versionsOf(tx, input.code)]);
  const before = versions.find(({ plan }) => plan.version === input.version)?.plan;
  if (!before) throw noSuchPlan();
  if (before.state !== "DRAFT")
    throw ruleBroken({
      path: "state",
      code: "WRONG_STATE",
      message: `Version ${before.version} of ${before.name} was released already. Only a draft can be.`,
    });
  if (before.revision !== input.revision) throw stalePlan(before);
  refuseIfBroken(releaseBreaks(before));
  const sold = versions.find(({ plan }) => plan.state === "READY")?.plan;
  const [, , updated, plan] = await together([
    lookForRuleSet(tx, before.refundRuleSet, "refundRuleSet").then((refuse) => refuse()),
    sold && writeState(tx, actor, sold, "RETIRED"),
    writeState(tx, actor, before, "READY"),
    planVersion(tx, before),
  ]);
  if (!plan) throw noSuchPlan();
  if (!updated) throw stalePlan(plan);
  return { plan, warnings: [] };
}
