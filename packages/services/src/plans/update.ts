import type { Plan, PlanResult, PlanTerms, UpdatePlan } from "@vehicle-contracts/contract-model";
import { changedPlanFields, changePlan } from "@vehicle-contracts/contract-rules";
import type { TenantTx } from "@vehicle-contracts/database";
import { type Actor, requireRole } from "../actor.ts";
import { noSuchPlan, planVersion, stalePlan, writeDraft } from "../internal/plan-row.ts";
import { providerById } from "../internal/provider-row.ts";
import { together } from "../internal/together.ts";
import { notFound, ruleBroken, valueOrRefuse } from "../service-error.ts";

/** The fields that an administrator writes, of a whole plan. */
export function termsOf(plan: Plan): PlanTerms {
  const {
    code: _code,
    version: _version,
    revision: _revision,
    state: _state,
    createdAt: _created,
    updatedAt: _updated,
    createdBy: _creator,
    releasedAt: _released,
    releasedBy: _releaser,
    retiredAt: _retired,
    retiredBy: _retirer,
    ...terms
  } = plan;
  return terms;
}

/**
 * Changes the fields given of a draft, each whole; takes an administrator. A version that was released never changes. Throws
 * NOT_FOUND, FORBIDDEN, STALE_VERSION, RULE_BROKEN (PLAN_RELEASED, prices).
 */
export async function updatePlan(tx: TenantTx, actor: Actor, input: UpdatePlan): Promise<PlanResult> {
  requireRole(actor, "administrator");
  const { changes } = input;
  const [before, provider] = await together([
    planVersion(tx, input),
    changes.providerId && providerById(tx, changes.providerId),
  ]);
  if (!before) throw noSuchPlan();
  if (before.state !== "DRAFT")
    throw ruleBroken({
      path: "state",
      code: "PLAN_RELEASED",
      message: `Version ${before.version} of ${before.name} is ${before.state === "READY" ? "sold" : "retired"} and never changes. Make a new version.`,
    });
  if (before.revision !== input.revision) throw stalePlan(before);
  if (changes.providerId && !provider) throw notFound("provider", "providerId");
  const kept = termsOf(before);
  const terms = valueOrRefuse(changePlan(kept, changes));
  if (changedPlanFields(kept, terms).length === 0) return { plan: before, warnings: [] };
  const [updated, now] = await together([writeDraft(tx, before, terms), planVersion(tx, before)]);
  if (!now) throw noSuchPlan();
  if (!updated) throw stalePlan(now);
  return { plan: now, warnings: [] };
}
