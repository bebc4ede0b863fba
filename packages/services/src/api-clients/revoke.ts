import type { ApiClient } from "@vehicle-contracts/contract-model";
import type { TenantTx } from "@vehicle-contracts/database";
import { type Actor, requireRole } from "../actor.ts";
import { apiClientAt, endApiClient } from "../internal/api-client-row.ts";
import { noteSignInEvent } from "../internal/sign-in-event.ts";
import { together } from "../internal/together.ts";

/**
 * Ends an API client and every token taken with it, at once, in every process, and for good; one that is revoked stays as
 * it is. Takes an administrator. Throws NOT_FOUND, FORBIDDEN.
 */
export async function revokeApiClient(
  tx: TenantTx,
  actor: Actor,
  input: { clientId: string },
): Promise<{ apiClient: ApiClient; warnings: never[] }> {
  requireRole(actor, "administrator");
  const { clientId } = input;
  const before = await apiClientAt(tx, clientId);
  if (before.state === "REVOKED") return { apiClient: before, warnings: [] };
  const [, , now] = await tx.last(
    together([
      endApiClient(tx, clientId),
      noteSignInEvent(tx, actor, { clientId, what: "API_CLIENT_REVOKED" }),
      apiClientAt(tx, clientId),
    ]),
  );
  return { apiClient: now, warnings: [] };
}
