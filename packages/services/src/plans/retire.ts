import type { MovePlan, PlanResult } from "@vehicle-contracts/contract-model";
import type { TenantTx } from "@vehicle-contracts/database";
import { type Actor, requireRole } from "../actor.ts";
import { claim } from "../internal/claim.ts";
import { noSuchPlan, planVersion, stalePlan, writeState } from "../internal/plan-row.ts";
import { together } from "../internal/together.ts";
import { ruleBroken } from "../service-error.ts";

/**
 * A version that is sold is no longer; its contracts go on. Takes an administrator. Throws NOT_FOUND, FORBIDDEN,
 * STALE_VERSION, RULE_BROKEN (WRONG_STATE).
 */
export async function retirePlan(tx: TenantTx, actor: Actor, input: MovePlan): Promise<PlanResult> {
  requireRole(actor, "administrator");
  const [, before] = await together([claim(tx, ["plan", input.code]), planVersion(tx, input)]);
  if (!before) throw noSuchPlan();
  if (before.state !== "READY")
    throw ruleBroken({
      path: "state",
      code: "WRONG_STATE",
      message: `Version ${before.version} of ${before.name} is ${before.state === "DRAFT" ? "a draft" : "retired already"}. Only one that is sold can be retired.`,
    });
  if (before.revision !== input.revision) throw stalePlan(before);
  const [updated, plan] = await together([writeState(tx, actor, before, "RETIRED"), planVersion(tx, before)]);
  if (!plan) throw noSuchPlan();
  if (!updated) throw stalePlan(plan);
  return { plan, warnings: [] };
}
