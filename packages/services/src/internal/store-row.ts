import type { Store, StoreToday } from "@vehicle-contracts/contract-model";
import { todayIn } from "@vehicle-contracts/contract-rules/temporal";
import { store, type TenantTx } from "@vehicle-contracts/database";
import { and, eq } from "drizzle-orm";
import { notFound } from "../service-error.ts";

export const toStore = (row: typeof store.$inferSelect): Store => ({
  storeId: row.storeId,
  version: row.version,
  name: row.name,
  timeZone: row.timeZone,
  country: row.country,
  currency: row.currency,
  distanceUnit: row.distanceUnit,
  vinPolicy: row.vinPolicy,
  system: row.system,
});

/** The store with its calendar date at the beginning of the transaction. */
export const withToday = (tx: TenantTx, found: Store): StoreToday => ({
  ...found,
  today: todayIn(found.timeZone, tx.startedAt),
});

/** The store; throws NOT_FOUND. `path` is where its id stood in the input. */
export async function storeAt(tx: TenantTx, storeId: string, path?: string): Promise<Store> {
  const [row] = await tx
    .select()
    .from(store)
    .where(and(eq(store.enterpriseId, tx.enterpriseId), eq(store.storeId, storeId)));
  if (!row) throw notFound("store", path);
  return toStore(row);
}
