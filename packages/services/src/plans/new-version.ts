import type { NewPlanVersion, PlanResult } from "@vehicle-contracts/contract-model";
import type { TenantTx } from "@vehicle-contracts/database";
import { type Actor, requireRole } from "../actor.ts";
import { claim } from "../internal/claim.ts";
import { takeKey } from "../internal/idempotency.ts";
import { draftRow, noSuchPlan, planVersion, versionsOf } from "../internal/plan-row.ts";
import { together } from "../internal/together.ts";
import { ruleBroken } from "../service-error.ts";
import { insertPlan } from "./create.ts";
import { termsOf } from "./update.ts";

/**
 * A draft of a plan's next version, with the terms of the version named or of the newest; takes an administrator. There is one
 * draft of a plan at a time. What was sold by the versions before stays as it was sold. Throws NOT_FOUND, FORBIDDEN, RULE_BROKEN
 * (DRAFT_EXISTS), IDEMPOTENCY_KEY_REUSED.
 */
export async function newPlanVersion(
  tx: TenantTx,
  actor: Actor,
  { idempotencyKey, ...input }: NewPlanVersion,
): Promise<PlanResult> {
  requireRole(actor, "administrator");
  const call = { procedure: "plans.newVersion", key: idempotencyKey, input };
  const [key, , versions] = await together([
    takeKey<PlanResult>(tx, actor, call),
    claim(tx, ["plan", input.code]),
    versionsOf(tx, input.code),
  ]);
  if ("answered" in key) return key.answered;
  const newest = versions[0];
  const from =
    input.version === null || input.version === undefined
      ? newest
      : versions.find(({ plan }) => plan.version === input.version);
  if (!newest || !from) throw noSuchPlan();
  const draft = versions.find(({ plan }) => plan.state === "DRAFT");
  if (draft)
    throw ruleBroken({
      path: "version",
      code: "DRAFT_EXISTS",
      message: `Version ${draft.plan.version} of ${draft.plan.name} is a draft already. Change that one, or release it first.`,
    });
  const of = { code: input.code, version: newest.plan.version + 1 };
  const [, plan] = await together([
    insertPlan(tx, draftRow(tx, actor, of, termsOf(from.plan))),
    planVersion(tx, of),
  ]);
  if (!plan) throw new Error("A plan was inserted and is not there.");
  const answer = { plan, warnings: [] };
  await tx.last(key.keep(answer));
  return answer;
}
