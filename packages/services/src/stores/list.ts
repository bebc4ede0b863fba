import type { ListInput, StoreToday } from "@vehicle-contracts/contract-model";
import { store, type TenantTx } from "@vehicle-contracts/database";
import { asc, eq } from "drizzle-orm";
import type { Actor } from "../actor.ts";
import { isGranted } from "../actor.ts";
import { fold } from "../internal/folding.ts";
import { pageOf } from "../internal/page-of.ts";
import { toStore, withToday } from "../internal/store-row.ts";

/** The granted stores (all, for an administrator) by name, each with its date of now; `search` is any part of the name. */
export async function listStores(
  tx: TenantTx,
  actor: Actor,
  input: ListInput,
): Promise<{ items: StoreToday[]; nextCursor: string | null }> {
  const rows = await tx
    .select()
    .from(store)
    .where(eq(store.enterpriseId, tx.enterpriseId))
    .orderBy(asc(store.storeId));
  const sought = fold(input.search ?? "");
  const stores = rows
    .map(toStore)
    .filter((row) => isGranted(actor, row.storeId) && fold(row.name).includes(sought))
    .map((row) => ({ key: [fold(row.name), row.storeId] as const, row: withToday(tx, row) }));
  return pageOf(stores, { search: input.search ?? "" }, input);
}
