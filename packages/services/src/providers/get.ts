import type { Provider } from "@vehicle-contracts/contract-model";
import type { TenantTx } from "@vehicle-contracts/database";
import { type Actor, requireAnyStore } from "../actor.ts";
import { providerAt } from "../internal/provider-row.ts";

/** One provider of the group. Throws NOT_FOUND, FORBIDDEN. */
export async function getProvider(
  tx: TenantTx,
  actor: Actor,
  input: { providerId: string },
): Promise<Provider> {
  requireAnyStore(actor);
  return tx.last(providerAt(tx, input.providerId));
}
