import type { Contract } from "@vehicle-contracts/contract-model";
import {
  type LatestReadings,
  notReady,
  type PlanOfToday,
  renewalDates,
  termsOfSale,
} from "@vehicle-contracts/contract-rules";
import { contract, contractPlanVersion, prepared, store, type TenantTx } from "@vehicle-contracts/database";
import { and, desc, eq, getTableColumns, sql } from "drizzle-orm";
import { ruleBroken } from "../service-error.ts";
import { type PlanOfContract, toPlan } from "./plan-row.ts";

const newest = prepared("plan_of_contract_today", (db) =>
  db
    .select({
      plan: getTableColumns(contractPlanVersion),
      currency: store.currency,
      unit: store.distanceUnit,
    })
    .from(contract)
    .innerJoin(store, and(eq(store.enterpriseId, contract.enterpriseId), eq(store.storeId, contract.storeId)))
    .innerJoin(
      contractPlanVersion,
      and(
        eq(contractPlanVersion.enterpriseId, contract.enterpriseId),
        eq(contractPlanVersion.code, contract.planCode),
      ),
    )
    .where(
      and(
        eq(contract.enterpriseId, sql.placeholder("enterpriseId")),
        eq(contract.contractId, sql.placeholder("contractId")),
        // Another system's code for a plan is not the catalogue's.
        eq(contract.sourceSystem, "NATIVE"),
        sql`${contractPlanVersion.state} <> 'DRAFT'`,
      ),
    )
    .orderBy(sql`${contractPlanVersion.state} = 'READY' desc`, desc(contractPlanVersion.version))
    .limit(1),
);

/** The version of a contract's plan that is sold today, else the last one that was; null outside the catalogue. */
export async function planVersionOfToday(tx: TenantTx, contractId: string): Promise<PlanOfContract | null> {
  const [row] = await newest(tx, { contractId });
  return row ? { ...row, plan: toPlan(row.plan) } : null;
}

/**
 * What the plan gives a renewal of the contract: its version and price of today with the terms that go with them, in the
 * contract's currency and unit. null for a contract of no plan of the catalogue, which is renewed as it was sold. Throws
 * RULE_BROKEN (PLAN_NOT_READY) where no version of the plan is sold any more.
 */
export function planForRenewal(
  found: PlanOfContract | null,
  before: Contract,
  { today, latestOdometer, latestHours }: LatestReadings & { today: string },
): PlanOfToday | null {
  if (!found) return null;
  const { plan } = found;
  if (plan.state !== "READY") throw ruleBroken(notReady(plan));
  const dates = renewalDates(before);
  const limited = before.distance.kind === "limited" ? before.distance : null;
  const terms = termsOfSale(
    // It follows its predecessor, whatever a sale of it starts with.
    { ...plan, startBasis: "EXPLICIT" },
    {
      saleDate: today,
      startDate: dates.ok ? dates.value.startDate : null,
      currency: before.price?.currency ?? found.currency,
      unit: limited?.limit.unit ?? found.unit,
      vehicle: { odometer: latestOdometer ?? limited?.startOdometer, hours: latestHours },
      warranty: null,
    },
  );
  return {
    plan: terms.plan,
    type: terms.type,
    description: terms.description,
    providerId: terms.providerId,
    coverage: terms.coverage,
    allowances: terms.allowances,
    deductible: terms.deductible,
    refundRuleSet: terms.refundRuleSet,
    transferPolicy: terms.transferPolicy,
    ...(terms.price ? { price: terms.price } : {}),
  };
}
