import type { Role, Store } from "@vehicle-contracts/contract-model";
import { notFound, ServiceError } from "../service-error.ts";

export type Grants = { allStores: boolean; storeIds: string[] };

/**
 * Grants as they are kept: administrators have all stores. `stores` are those of the enterprise. Throws NOT_FOUND (a
 * store), INVALID (none granted).
 */
export function settleGrants(
  stores: readonly Store[],
  role: Role,
  given: { allStores?: boolean | null | undefined; storeIds?: readonly string[] | null | undefined },
): Grants {
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
  const known = new Set(stores.map(({ storeId }) => storeId));
  const missing = storeIds.findIndex((id) => !known.has(id));
  if (missing >= 0) throw notFound("store", `storeIds.${missing}`);
  return { allStores: false, storeIds };
}
