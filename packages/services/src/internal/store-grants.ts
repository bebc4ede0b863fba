import type { Role } from "@vehicle-contracts/contract-model";
import { store, type TenantTx } from "@vehicle-contracts/database";
import { and, eq, inArray } from "drizzle-orm";
import { notFound, ServiceError } from "../service-error.ts";

export type Grants = { allStores: boolean; storeIds: string[] };

/** Grants as they are kept: administrators have all stores. Throws NOT_FOUND (a store), INVALID (none granted). */
export async function settleGrants(
  tx: TenantTx,
  role: Role,
  given: { allStores?: boolean | null | undefined; storeIds?: readonly string[] | null | undefined },
): Promise<Grants> {
  if (role === "administrator" || given.allStores) return { allStores: true, storeIds: [] };
  const storeIds = [...new Set(given.storeIds ?? [])];
  if (storeIds.length === 0) {
    const message = "Grant at least one store, or all stores.";
    throw new ServiceError({
      code: "INVALID",
      message,
      fields: [{ path: "storeIds", code: "MISSING", message }],
    });
  }
  const rows = await tx
    .select({ storeId: store.storeId })
    .from(store)
    .where(and(eq(store.enterpriseId, tx.enterpriseId), inArray(store.storeId, storeIds)));
  const known = new Set(rows.map((row) => row.storeId));
  const missing = storeIds.findIndex((id) => !known.has(id));
  if (missing >= 0) throw notFound("store", `storeIds.${missing}`);
  return { allStores: false, storeIds };
}
