import type { Plan, PlanInput } from "@vehicle-contracts/contract-model";
import { newId } from "@vehicle-contracts/database";
import { createPlan } from "../plans/create.ts";
import { releasePlan } from "../plans/release.ts";
import type { DealerGroup } from "./a-dealer-group.ts";
import { aProvider } from "./records.ts";

/**
 * A service plan that lacks nothing to be sold, its provider made on the way: 48 months from the sale, 60,000 km or 40,000 mi,
 * 4 services, 899.00 EUR or 749.00 GBP; it leaves nothing to the sale.
 */
export async function aPlanInput(group: DealerGroup, facts: Partial<PlanInput> = {}): Promise<PlanInput> {
  return {
    code: `SERVICE-${newId()}`,
    name: "Service Plan 4",
    type: "SERVICE_PLAN",
    providerId: facts.providerId ?? (await aProvider(group)).providerId,
    termMonths: 48,
    distance: {
      kind: "limited",
      limits: [
        { value: 60_000, unit: "KM" },
        { value: 40_000, unit: "MI" },
      ],
    },
    allowances: [{ code: "SERVICE", quantity: 4, dueAfterMonths: 12 }],
    prices: [
      { grossMinor: 89_900, taxRate: "19", currency: "EUR" },
      { grossMinor: 74_900, taxRate: "20", currency: "GBP" },
    ],
    ...facts,
  };
}

/** The draft of a new plan. */
export async function aPlan(group: DealerGroup, facts: Partial<PlanInput> = {}): Promise<Plan> {
  const plan = await aPlanInput(group, facts);
  return (await group.change(createPlan, { idempotencyKey: newId(), plan }, group.administrator)).plan;
}

/** A plan that is sold. */
export async function aReadyPlan(group: DealerGroup, facts: Partial<PlanInput> = {}): Promise<Plan> {
  return (await group.change(releasePlan, await aPlan(group, facts), group.administrator)).plan;
}
