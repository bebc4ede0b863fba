import type { ApiClientSecret, RotateApiClient } from "@vehicle-contracts/contract-model";
import { instantText, Temporal } from "@vehicle-contracts/contract-rules/temporal";
import type { TenantTx } from "@vehicle-contracts/database";
import { type Actor, requireRole } from "../actor.ts";
import {
  apiClientAt,
  apiClientRowAt,
  endTokens,
  refuseBeyondOwn,
  refuseRevoked,
  toApiClient,
  updateRow,
} from "../internal/api-client-row.ts";
import { noteSignInEvent } from "../internal/sign-in-event.ts";
import { stale } from "../internal/stale.ts";
import { together } from "../internal/together.ts";
import { newSecretToken } from "../secret-token.ts";

/**
 * A new secret, answered this once; takes an administrator. The one before is good for `overlapHours` yet, and a token taken
 * by it ends with it; with 0 it is good no longer, and all tokens in use end at once. One of before that, still in its own
 * overlap, ends either way. Throws NOT_FOUND, FORBIDDEN (a revoked client; scopes that a calling program has not itself),
 * STALE_VERSION: who lost the answer asks for the version it is at, and rotates again.
 */
export async function rotateApiClient(
  tx: TenantTx,
  actor: Actor,
  input: RotateApiClient,
): Promise<ApiClientSecret> {
  requireRole(actor, "administrator");
  const { clientId, version } = input;
  const overlapHours = input.overlapHours ?? 0;
  const row = await apiClientRowAt(tx, clientId);
  const before = toApiClient(tx, row);
  if (before.version !== version) throw stale("API client", before);
  refuseRevoked(before);
  // Its secret would be theirs.
  refuseBeyondOwn(actor, before.scopes);
  const secret = newSecretToken();
  const former =
    overlapHours === 0
      ? { formerSecretHash: null, formerSecretEndsAt: null }
      : {
          formerSecretHash: row.secretHash,
          formerSecretEndsAt: instantText(Temporal.Instant.from(tx.startedAt).add({ hours: overlapHours })),
        };
  const [updated, , , now] = await together([
    updateRow(
      tx,
      { id: clientId, version },
      { ...former, secretHash: secret.hash, secretMadeAt: tx.startedAt },
    ),
    overlapHours === 0 && endTokens(tx, clientId),
    noteSignInEvent(tx, actor, { clientId, what: "API_CLIENT_ROTATED", facts: { overlapHours } }),
    apiClientAt(tx, clientId),
  ]);
  if (!updated) throw stale("API client", now);
  return { apiClient: now, clientSecret: secret.token };
}
