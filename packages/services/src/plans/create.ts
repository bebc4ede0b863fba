import type { CreatePlan, PlanResult } from "@vehicle-contracts/contract-model";
import { completePlan } from "@vehicle-contracts/contract-rules";
import { contractPlanVersion, preparedInsert, type TenantTx } from "@vehicle-contracts/database";
import { type Actor, requireRole } from "../actor.ts";
import { claim } from "../internal/claim.ts";
import { takeKey } from "../internal/idempotency.ts";
import { draftRow, planVersion, versionsOf } from "../internal/plan-row.ts";
import { providerById } from "../internal/provider-row.ts";
import { together } from "../internal/together.ts";
import { duplicate, notFound, valueOrRefuse } from "../service-error.ts";

export const insertPlan = preparedInsert("insert_plan", contractPlanVersion);

/**
 * A new plan, as the draft of its version 1; takes an administrator. Throws FORBIDDEN, NOT_FOUND (its provider), DUPLICATE (its
 * code), RULE_BROKEN (its prices), IDEMPOTENCY_KEY_REUSED.
 */
export async function createPlan(tx: TenantTx, actor: Actor, input: CreatePlan): Promise<PlanResult> {
  requireRole(actor, "administrator");
  const { code, ...fields } = input.plan;
  const call = { procedure: "plans.create", key: input.idempotencyKey, input: input.plan };
  const [key, , versions, provider] = await together([
    takeKey<PlanResult>(tx, actor, call),
    claim(tx, ["plan", code]),
    versionsOf(tx, code),
    providerById(tx, fields.providerId),
  ]);
  if ("answered" in key) return key.answered;
  if (!provider) throw notFound("provider", "providerId");
  const [taken] = versions;
  if (taken)
    throw duplicate(null, {
      path: "code",
      code: "DUPLICATE",
      message: `There is a plan of the code ${code} already: ${taken.plan.name}. Make a new version of it, or choose another code.`,
    });
  const terms = valueOrRefuse(completePlan(fields));
  const of = { code, version: 1 };
  const [, plan] = await together([insertPlan(tx, draftRow(tx, actor, of, terms)), planVersion(tx, of)]);
  if (!plan) throw new Error("A plan was inserted and is not there.");
  const answer = { plan, warnings: [] };
  await tx.last(key.keep(answer));
  return answer;
}
