import type { Contract, Price } from "@vehicle-contracts/contract-model";
import type { PlanOfToday } from "@vehicle-contracts/contract-rules";
import { contract, contractPlanVersion, prepared, store, type TenantTx } from "@vehicle-contracts/database";
import { and, desc, eq, sql } from "drizzle-orm";
import { ruleBroken } from "../service-error.ts";

const newest = prepared("plan_of_contract_today", (db) =>
  db
    .select({
      code: contractPlanVersion.code,
      version: contractPlanVersion.version,
      state: contractPlanVersion.state,
      name: contractPlanVersion.name,
      terms: contractPlanVersion.terms,
      currency: store.currency,
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
        sql`${contractPlanVersion.state} <> 'DRAFT'`,
      ),
    )
    .orderBy(sql`${contractPlanVersion.state} = 'READY' desc`, desc(contractPlanVersion.version))
    .limit(1),
);

type Row = Awaited<ReturnType<typeof newest>>[number];

/** The released version of a contract's plan that is sold today, else the last one that was; undefined outside the catalogue. */
export const planVersionOfToday = async (tx: TenantTx, contractId: string): Promise<Row | undefined> =>
  (await newest(tx, { contractId }))[0];

/**
 * What the plan gives a renewal of the contract; null for a contract of no plan of the catalogue, which is renewed as it was sold.
 * Throws RULE_BROKEN (PLAN_NOT_READY) where no version of the plan is sold any more.
 */
export function renewedPlan(row: Row | undefined, { price }: Contract): PlanOfToday | null {
  if (!row) return null;
  if (row.state !== "READY")
    throw ruleBroken({
      path: "plan",
      code: "PLAN_NOT_READY",
      message: `${row.name} is no longer sold, so there is no price of today. Sell another plan instead.`,
    });
  const { prices = [] } = row.terms as { prices?: Price[] }; // as the catalogue wrote it
  const today = prices.find(({ currency }) => currency === (price?.currency ?? row.currency));
  return { plan: { code: row.code, version: row.version }, ...(today ? { price: today } : {}) };
}
