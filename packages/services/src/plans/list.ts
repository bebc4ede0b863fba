import type { ListPlans, PlanPage } from "@vehicle-contracts/contract-model";
import type { TenantTx } from "@vehicle-contracts/database";
import { type Actor, requireAnyStore } from "../actor.ts";
import { fold } from "../internal/folding.ts";
import { pageOf } from "../internal/page-of.ts";
import { everyPlan, standingFor, toPlanRead } from "../internal/plan-row.ts";

/**
 * The catalogue by name, a plan by the version that stands for it; `search` is any part of name or code. A group has tens of
 * plans, so the list is read whole.
 */
export async function listPlans(tx: TenantTx, actor: Actor, input: ListPlans): Promise<PlanPage> {
  requireAnyStore(actor);
  const rows = await tx.last(everyPlan(tx));
  const sought = fold((input.search ?? "").trim());
  const { state = null, type = null, providerId = null } = input.filter ?? {};
  const matching = [...Map.groupBy(rows, ({ plan }) => plan.code).values()].flatMap((versions) => {
    const standing = standingFor(versions);
    if (!standing) return [];
    const { plan } = standing;
    const matches =
      (fold(plan.name).includes(sought) || fold(plan.code).includes(sought)) &&
      (state === null || state.includes(plan.state)) &&
      (type === null || type.includes(plan.type)) &&
      (providerId === null || providerId.includes(plan.providerId));
    return matches
      ? [{ key: [fold(plan.name), plan.code] as const, row: toPlanRead(standing, versions) }]
      : [];
  });
  return pageOf(matching, { search: input.search ?? "", state, type, providerId }, input);
}
