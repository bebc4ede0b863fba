import type { Admission } from "@vehicle-contracts/database/unit-of-work";
import { type Actor, hashSecretToken, ServiceError } from "@vehicle-contracts/services";
import { LRUCache } from "lru-cache";
import { type ApiTokenDoors, actorOfClient, clientOfToken, type TokenClient } from "./api-tokens.ts";
import { instantAt } from "./clock.ts";

/** Who calls by a token that is remembered. */
export type Caller = {
  readonly actor: Actor;
  /**
   * Goes with the first statements of the call, and rejects it with UNAUTHENTICATED where the token is not good any
   * more, or with `GrantsChanged`.
   */
  readonly admission: Admission;
};

/** The client is granted something else than what is remembered: the call is to be made anew. */
export class GrantsChanged extends Error {
  override readonly name = "GrantsChanged";
}

/** Tokens that are remembered at once: many more than programs call with. */
const most = 10_000;

/**
 * What a token stands for, as it was when it was last looked up. Whether it is so still is asked in the flight of the call
 * itself: a token that was revoked is refused at once, in every process, and costs no round trip of its own.
 */
export function rememberTokens(doors: Pick<ApiTokenDoors, "signIn" | "clock">) {
  const known = new LRUCache<string, TokenClient>({ max: most });

  return async (token: string, correlationId: string): Promise<Caller | null> => {
    const hash = hashSecretToken(token);
    const client = known.get(hash) ?? (await clientOfToken(doors, hash));
    if (!client) return null;
    known.set(hash, client);
    return {
      actor: actorOfClient(client, correlationId),
      admission: {
        statement,
        parameters: [hash, instantAt(doors.clock())],
        admit([now]) {
          if (now && isSame(now, client)) return;
          known.delete(hash);
          if (now) throw new GrantsChanged();
          throw new ServiceError({ code: "UNAUTHENTICATED", message: "Sign in, or send a good token." });
        },
      },
    };
  };
}

/** Whether the row of `statement` says what is remembered. */
const isSame = (row: readonly unknown[], client: TokenClient): boolean => {
  const { clientId, organizationId, name, role, allStores, storeIds, scopes, asked } = client;
  const lists = [storeIds.join(" "), scopes.join(" "), asked?.join(" ") ?? null];
  return JSON.stringify(row) === JSON.stringify([clientId, organizationId, name, role, allStores, ...lists]);
};

/** The client of a good token, as text: one row or none. */
const statement = `
  select c.client_id, c.organization_id, c.name, c.role, c.all_stores, array_to_string(c.store_ids, ' '),
    array_to_string(c.scopes, ' '), array_to_string(t.scopes, ' ')
  from auth.api_token t join auth.api_client c on c.client_id = t.client_id and c.organization_id = t.organization_id
  where t.token_hash = $1 and t.expires_at > $2::timestamptz and c.revoked_at is null and not c.disabled`;
