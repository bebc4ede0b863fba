import type { GetPlan, PlanRead } from "@vehicle-contracts/contract-model";
import type { TenantTx } from "@vehicle-contracts/database";
import { type Actor, requireAnyStore } from "../actor.ts";
import { noSuchPlan, standingFor, toPlanRead, versionsOf } from "../internal/plan-row.ts";

/** A version of a plan; without one, the version that stands for it. Throws NOT_FOUND, FORBIDDEN. */
export async function getPlan(tx: TenantTx, actor: Actor, input: GetPlan): Promise<PlanRead> {
  requireAnyStore(actor);
  const versions = await tx.last(versionsOf(tx, input.code));
  const asked =
    input.version === null || input.version === undefined
      ? standingFor(versions)
      : versions.find(({ plan }) => plan.version === input.version);
  if (!asked) throw noSuchPlan();
  return toPlanRead(asked, versions);
}
