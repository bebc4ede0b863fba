import { type Count, countCap, type RenewalQuestion } from "@vehicle-contracts/contract-model";
import type { TenantTx } from "@vehicle-contracts/database";
import { sql } from "drizzle-orm";
import type { Actor } from "../actor.ts";
import { c, holder, isHolder, renewalsAsked } from "../internal/renewals-asked.ts";

/**
 * How many contracts the list of the same question has: exact up to 10,000; more are answered as 10,000 and `capped`.
 * Throws FORBIDDEN, NOT_FOUND (a store).
 */
export async function countRenewals(tx: TenantTx, actor: Actor, input: RenewalQuestion): Promise<Count> {
  const { where } = await renewalsAsked(tx, actor, input);
  if (where === null) return { count: 0, capped: false };
  const matching = tx
    .select({ contractId: c.contractId })
    .from(c)
    .leftJoin(holder, isHolder)
    .where(where)
    .limit(countCap + 1)
    .as("matching");
  const [row] = await tx.last(tx.select({ count: sql<number>`count(*)::int` }).from(matching).execute());
  const count = row?.count ?? 0;
  return { count: Math.min(count, countCap), capped: count > countCap };
}
