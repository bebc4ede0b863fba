import { timingSafeEqual } from "node:crypto";
import { scopes as everyScope, Role, type Scope } from "@vehicle-contracts/contract-model";
import { apiClient, apiToken, member, user } from "@vehicle-contracts/database";
import type { SignInDatabase } from "@vehicle-contracts/database/unit-of-work";
import { type Actor, hashSecretToken, newSecretToken } from "@vehicle-contracts/services";
import { and, eq, gt, isNull, lte } from "drizzle-orm";
import { type Clock, instantAt } from "./clock.ts";
import { onBehalfOfId } from "./on-behalf-of.ts";
import { grantedStores } from "./session-actor.ts";

export type ApiTokenDoors = { signIn: SignInDatabase; clock: Clock; tokenSeconds: number };

/** As RFC 6749, 5.1, words it. */
export type TokenAnswer = { access_token: string; token_type: "Bearer"; expires_in: number; scope: string };

/** What a program shows to be given a token; `scope` are those it asks for, with blanks between: all that it has when left out. */
export type TokenRequest = { clientId: string; clientSecret: string; scope?: string | undefined };

const clientIdShape = /^[\w-]{1,64}$/;

/**
 * An access token for the client. "client": unknown, revoked, disabled, or a wrong secret, and none can tell which; "scope":
 * one is asked for that the client has not. A token by the former secret ends with it at the latest.
 */
export async function issueApiToken(
  { signIn, clock, tokenSeconds }: ApiTokenDoors,
  { clientId, clientSecret, scope }: TokenRequest,
): Promise<TokenAnswer | "client" | "scope"> {
  if (!clientIdShape.test(clientId)) return "client";
  const now = clock();
  const at = instantAt(now);
  const mayCall = and(
    eq(apiClient.clientId, clientId),
    isNull(apiClient.revokedAt),
    eq(apiClient.disabled, false),
  );
  const [client] = await signIn
    .select({
      organizationId: apiClient.organizationId,
      secretHash: apiClient.secretHash,
      formerSecretHash: apiClient.formerSecretHash,
      formerSecretEndsAt: apiClient.formerSecretEndsAt,
      scopes: apiClient.scopes,
    })
    .from(apiClient)
    .where(mayCall);
  if (!client) return "client";
  const shown = hashSecretToken(clientSecret);
  const { formerSecretHash, formerSecretEndsAt } = client;
  const isPresent = isSameHash(shown, client.secretHash);
  const isFormer =
    formerSecretHash !== null &&
    formerSecretEndsAt !== null &&
    formerSecretEndsAt > at &&
    isSameHash(shown, formerSecretHash);
  if (!isPresent && !isFormer) return "client";
  const asked = scope?.trim() ? scope.trim().split(/ +/) : null;
  if (asked?.some((one) => !client.scopes.includes(one))) return "scope";

  const { token, hash } = newSecretToken();
  const endsAt = Math.min(
    now + tokenSeconds * 1000,
    isPresent ? Number.POSITIVE_INFINITY : Date.parse(formerSecretEndsAt ?? at),
  );
  const isGiven = await signIn.transaction(async (tx) => {
    // Waits for whoever rotates or revokes, and they for this: no token outlives the secret that it was taken by.
    const kept = await tx
      .update(apiClient)
      .set({ lastUsedAt: at })
      .where(
        and(mayCall, isPresent ? eq(apiClient.secretHash, shown) : eq(apiClient.formerSecretHash, shown)),
      )
      .returning({ clientId: apiClient.clientId });
    if (kept.length === 0) return false;
    await tx.delete(apiToken).where(and(eq(apiToken.clientId, clientId), lte(apiToken.expiresAt, at)));
    await tx.insert(apiToken).values({
      tokenHash: hash,
      clientId,
      organizationId: client.organizationId,
      scopes: asked,
      expiresAt: instantAt(endsAt),
      createdAt: at,
    });
    return true;
  });
  if (!isGiven) return "client";
  return {
    access_token: token,
    token_type: "Bearer",
    expires_in: Math.floor((endsAt - now) / 1000),
    scope: grantedScopes({ scopes: client.scopes, asked }).join(" "),
  };
}

export type TokenClient = Pick<
  typeof apiClient.$inferSelect,
  "clientId" | "organizationId" | "name" | "role" | "allStores" | "storeIds" | "scopes"
> & {
  /** The scopes that the token was asked for; null for all that the client has. */
  asked: string[] | null;
};

/** The client of a good token, by the token's hash, as it is now. */
export async function clientOfToken(
  { signIn, clock }: Pick<ApiTokenDoors, "signIn" | "clock">,
  tokenHash: string,
): Promise<TokenClient | null> {
  const [client] = await signIn
    .select({
      clientId: apiClient.clientId,
      organizationId: apiClient.organizationId,
      name: apiClient.name,
      role: apiClient.role,
      allStores: apiClient.allStores,
      storeIds: apiClient.storeIds,
      scopes: apiClient.scopes,
      asked: apiToken.scopes,
    })
    .from(apiToken)
    .innerJoin(
      apiClient,
      and(eq(apiClient.clientId, apiToken.clientId), eq(apiClient.organizationId, apiToken.organizationId)),
    )
    .where(
      and(
        eq(apiToken.tokenHash, tokenHash),
        gt(apiToken.expiresAt, instantAt(clock())),
        isNull(apiClient.revokedAt),
        eq(apiClient.disabled, false),
      ),
    );
  return client ?? null;
}

/** Those that the client has now and the token was asked for, in the model's order. */
const grantedScopes = ({ scopes, asked }: Pick<TokenClient, "scopes" | "asked">): Scope[] =>
  everyScope.filter((scope) => scopes.includes(scope) && (asked === null || asked.includes(scope)));

export function actorOfClient(client: TokenClient, correlationId: string): Actor {
  const role = Role.parse(client.role);
  return {
    kind: "API_CLIENT",
    id: client.clientId,
    name: client.name,
    enterpriseId: client.organizationId,
    role,
    storeIds: grantedStores(role, client),
    scopes: grantedScopes(client),
    onBehalfOf: null,
    correlationId,
  };
}

/**
 * The client that a bearer token stands for, as it is now: null when the token has ended or its client was revoked.
 * `onBehalfOf` is the header of that name: a user's id, with the name they have in the client's enterprise; an id of
 * nobody there is kept as it was given. Throws INVALID where it cannot be an id.
 */
export async function actorOfApiToken(
  doors: ApiTokenDoors,
  token: string,
  correlationId: string,
  onBehalfOf?: string | null,
): Promise<Actor | null> {
  const client = await clientOfToken(doors, hashSecretToken(token));
  if (!client) return null;
  const actor = actorOfClient(client, correlationId);
  const id = onBehalfOfId(onBehalfOf);
  if (id === null) return actor;
  const name = await nameWithin(doors.signIn, client.organizationId, id);
  return { ...actor, onBehalfOf: { id, name: name ?? id } };
}

async function nameWithin(
  signIn: SignInDatabase,
  enterpriseId: string,
  userId: string,
): Promise<string | null> {
  const [found] = await signIn
    .select({ name: user.name })
    .from(member)
    .innerJoin(user, eq(user.id, member.userId))
    .where(and(eq(member.organizationId, enterpriseId), eq(member.userId, userId)));
  return found?.name ?? null;
}

const isSameHash = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
