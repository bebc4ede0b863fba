import { type ApiClient, scopes, type UpdateApiClient } from "@vehicle-contracts/contract-model";
import type { TenantTx } from "@vehicle-contracts/database";
import { type Actor, requireRole } from "../actor.ts";
import {
  apiClientAt,
  endTokens,
  refuseBeyondOwn,
  refuseRevoked,
  updateRow,
} from "../internal/api-client-row.ts";
import { changedOnly } from "../internal/changed-only.ts";
import { noteSignInEvent } from "../internal/sign-in-event.ts";
import { stale } from "../internal/stale.ts";
import { settleGrants } from "../internal/store-grants.ts";
import { storesOf } from "../internal/store-row.ts";
import { together } from "../internal/together.ts";

/**
 * Changes what an API client is called and may do; takes an administrator. It holds at once, for tokens in use too; those of
 * a client that is disabled end. Throws NOT_FOUND, FORBIDDEN (a revoked client; scopes that a calling program has not
 * itself), STALE_VERSION, INVALID (no store).
 */
export async function updateApiClient(
  tx: TenantTx,
  actor: Actor,
  input: UpdateApiClient,
): Promise<{ apiClient: ApiClient; warnings: never[] }> {
  requireRole(actor, "administrator");
  const { clientId, version } = input;
  const [before, stores] = await together([apiClientAt(tx, clientId), storesOf(tx)]);
  if (before.version !== version) throw stale("API client", before);
  refuseRevoked(before);
  const given = input.changes;
  const granted = given.scopes ?? before.scopes;
  refuseBeyondOwn(actor, [...before.scopes, ...granted]);
  const role = given.role ?? before.role;
  const grants = settleGrants(stores, role, {
    // Who names stores means these stores; a former "all stores" ends with it.
    allStores: given.allStores ?? (given.storeIds ? false : before.allStores),
    storeIds: given.storeIds ?? before.storeIds,
  });
  const wasDisabled = before.state === "DISABLED";
  const changes = changedOnly(
    { ...before, storeIds: [...before.storeIds].sort(), disabled: wasDisabled },
    {
      ...{ name: given.name ?? before.name, role, disabled: given.disabled ?? wasDisabled },
      ...{ allStores: grants.allStores, storeIds: [...grants.storeIds].sort() },
      scopes: scopes.filter((scope) => granted.includes(scope)),
    },
  );
  if (Object.keys(changes).length === 0) return { apiClient: before, warnings: [] };
  const [updated, , , now] = await together([
    updateRow(tx, { id: clientId, version }, changes),
    changes.disabled && endTokens(tx, clientId),
    noteSignInEvent(tx, actor, { clientId, what: "API_CLIENT_CHANGED", facts: changes }),
    apiClientAt(tx, clientId),
  ]);
  if (!updated) throw stale("API client", now);
  return { apiClient: now, warnings: [] };
}
