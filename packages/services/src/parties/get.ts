import type { Party } from "@vehicle-contracts/contract-model";
import type { TenantTx } from "@vehicle-contracts/database";
import { type Actor, requireAnyStore } from "../actor.ts";
import { partyAt } from "../internal/party-row.ts";

/** One person or company of the group. Throws NOT_FOUND, FORBIDDEN. */
export async function getParty(tx: TenantTx, actor: Actor, input: { partyId: string }): Promise<Party> {
  requireAnyStore(actor);
  return tx.last(partyAt(tx, input.partyId));
}
