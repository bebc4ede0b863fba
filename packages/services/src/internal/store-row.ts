import type { Store, StoreToday } from "@vehicle-contracts/contract-model";
import { todayIn } from "@vehicle-contracts/contract-rules/temporal";
import { prepared, store, type TenantTx } from "@vehicle-contracts/database";
import { and, eq, sql } from "drizzle-orm";
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

const byId = prepared("store_by_id", (db) =>
  db
    .select()
    .from(store)
    .where(
      and(
        eq(store.enterpriseId, sql.placeholder("enterpriseId")),
        eq(store.storeId, sql.placeholder("storeId")),
      ),
    ),
);

const all = prepared("stores", (db) =>
  db
    .select()
    .from(store)
    .where(eq(store.enterpriseId, sql.placeholder("enterpriseId")))
    .orderBy(store.name, store.storeId),
);

/** Every store of the enterprise, by name: there are tens of them. */
export const storesOf = async (tx: TenantTx): Promise<Store[]> => (await all(tx)).map(toStore);

/** The store of this id, if there is one. */
export async function storeById(tx: TenantTx, storeId: string): Promise<Store | undefined> {
  const [row] = await byId(tx, { storeId });
  return row && toStore(row);
}

/** The store; throws NOT_FOUND. `path` is where its id stood in the input. */
export async function storeAt(tx: TenantTx, storeId: string, path?: string): Promise<Store> {
  const found = await storeById(tx, storeId);
  if (!found) throw notFound("store", path);
  return found;
}
