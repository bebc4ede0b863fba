import type { VinPolicy } from "@vehicle-contracts/contract-model";
import type { TenantTx } from "@vehicle-contracts/database";
import { type Actor, requireGrant } from "../actor.ts";
import { storeAt } from "./store-row.ts";

/** The VIN policy of a granted store; strict without one. Throws NOT_FOUND, FORBIDDEN. */
export async function policyOf(
  tx: TenantTx,
  actor: Actor,
  storeId: string | null | undefined,
): Promise<VinPolicy> {
  if (!storeId) return "strict";
  const { vinPolicy } = await storeAt(tx, storeId, "storeId");
  requireGrant(actor, storeId);
  return vinPolicy;
}
