import type { Store } from "@vehicle-contracts/contract-model";
import type { TenantTx } from "@vehicle-contracts/database";
import { type Actor, requireGrant } from "../actor.ts";
import { storeAt } from "../internal/store-row.ts";

/** One store. Throws NOT_FOUND, FORBIDDEN (not granted). */
export async function getStore(tx: TenantTx, actor: Actor, input: { storeId: string }): Promise<Store> {
  const found = await storeAt(tx, input.storeId);
  requireGrant(actor, input.storeId);
  return found;
}
