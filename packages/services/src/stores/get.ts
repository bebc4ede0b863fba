import type { StoreToday } from "@vehicle-contracts/contract-model";
import type { TenantTx } from "@vehicle-contracts/database";
import { type Actor, requireGrant } from "../actor.ts";
import { storeAt, withToday } from "../internal/store-row.ts";

/** One store, with its date of now. Throws NOT_FOUND, FORBIDDEN (not granted). */
export async function getStore(tx: TenantTx, actor: Actor, input: { storeId: string }): Promise<StoreToday> {
  const found = await tx.last(storeAt(tx, input.storeId));
  requireGrant(actor, input.storeId);
  return withToday(tx, found);
}
