import {
  type ApiClient,
  type ApiClientSecret,
  type CreateApiClient,
  scopes,
} from "@vehicle-contracts/contract-model";
import { newId, type TenantTx } from "@vehicle-contracts/database";
import { type Actor, requireRole } from "../actor.ts";
import { insertApiClient, refuseBeyondOwn } from "../internal/api-client-row.ts";
import { takeKey } from "../internal/idempotency.ts";
import { noteSignInEvent } from "../internal/sign-in-event.ts";
import { settleGrants } from "../internal/store-grants.ts";
import { storesOf } from "../internal/store-row.ts";
import { together } from "../internal/together.ts";

/**
 * A program that may call for the enterprise; takes an administrator. Its secret is answered this once: the same call again
 * answers the client with `clientSecret: null`, since the secret is kept nowhere. Left out: `scopes` all. Throws FORBIDDEN
 * (scopes that a calling program has not itself too), NOT_FOUND (a store), INVALID (no store).
 */
export async function createApiClient(
  tx: TenantTx,
  actor: Actor,
  input: CreateApiClient,
): Promise<ApiClientSecret> {
  requireRole(actor, "administrator");
  const { name, role } = input.apiClient;
  const granted = input.apiClient.scopes ?? scopes;
  refuseBeyondOwn(actor, granted);
  const call = { procedure: "apiClients.create", key: input.idempotencyKey, input: input.apiClient };
  const [key, stores] = await together([takeKey<ApiClient>(tx, actor, call), storesOf(tx)]);
  if ("answered" in key) return { apiClient: key.answered, clientSecret: null };
  const clientId = newId();
  const [made] = await together([
    insertApiClient(tx, {
      ...{ clientId, name, role, ...settleGrants(stores, role, input.apiClient) },
      scopes: scopes.filter((scope) => granted.includes(scope)),
      createdBy: { id: actor.id, name: actor.name },
    }),
    noteSignInEvent(tx, actor, { clientId, what: "API_CLIENT_CREATED" }),
  ]);
  await tx.last(key.keep(made.apiClient));
  return made;
}
