import type { ApiClient } from "@vehicle-contracts/contract-model";
import type { TenantTx } from "@vehicle-contracts/database";
import { type Actor, requireRole } from "../actor.ts";
import { apiClientAt } from "../internal/api-client-row.ts";

/** One API client of the enterprise, revoked ones too; takes an administrator. Throws NOT_FOUND, FORBIDDEN. */
export async function getApiClient(
  tx: TenantTx,
  actor: Actor,
  input: { clientId: string },
): Promise<ApiClient> {
  requireRole(actor, "administrator");
  return tx.last(apiClientAt(tx, input.clientId));
}
