import type { ListInput, StoreToday } from "@vehicle-contracts/contract-model";
import type { TenantTx } from "@vehicle-contracts/database";
import type { Actor } from "../actor.ts";
import { isGranted } from "../actor.ts";
import { fold } from "../internal/folding.ts";
import { pageOf } from "../internal/page-of.ts";
import { storesOf, withToday } from "../internal/store-row.ts";

/** The granted stores (all, for an administrator) by name, each with its date of now; `search` is any part of the name. */
export async function listStores(
  tx: TenantTx,
  actor: Actor,
  input: ListInput,
): Promise<{ items: StoreToday[]; nextCursor: string | null }> {
  const rows = await tx.last(storesOf(tx));
  const sought = fold(input.search ?? "");
  const stores = rows
    .filter((row) => isGranted(actor, row.storeId) && fold(row.name).includes(sought))
    .map((row) => ({ key: [fold(row.name), row.storeId] as const, row: withToday(tx, row) }));
  return pageOf(stores, { search: input.search ?? "" }, input);
}
