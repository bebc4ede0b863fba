import { timingSafeEqual } from "node:crypto";
import { Role } from "@vehicle-contracts/contract-model";
import { apiClient, apiToken, member, user } from "@vehicle-contracts/database";
import type { SignInDatabase } from "@vehicle-contracts/database/unit-of-work";
import { type Actor, hashSecretToken, newSecretToken } from "@vehicle-contracts/services";
import { and, eq, gt, isNull, lte } from "drizzle-orm";
import { type Clock, instantAt } from "./clock.ts";
import { onBehalfOfId } from "./on-behalf-of.ts";
import { grantedStores } from "./session-actor.ts";

export type ApiTokenDoors = { signIn: SignInDatabase; clock: Clock; tokenSeconds: number };

/** As RFC 6749, 5.1, words it. */
export type TokenAnswer = { access_token: string; token_type: "Bearer"; expires_in: number };

const clientIdShape = /^[\w-]{1,64}$/;

/** An access token for the client, or null: unknown, revoked, disabled, or a wrong secret, and none can tell which. */
export async function issueApiToken(
  { signIn, clock, tokenSeconds }: ApiTokenDoors,
  { clientId, clientSecret }: { clientId: string; clientSecret: string },
): Promise<TokenAnswer | null> {
  if (!clientIdShape.test(clientId)) return null;
  const [client] = await signIn
    .select({ organizationId: apiClient.organizationId, secretHash: apiClient.secretHash })
    .from(apiClient)
    .where(and(eq(apiClient.clientId, clientId), isNull(apiClient.revokedAt), eq(apiClient.disabled, false)));
  if (!client || !isSameHash(hashSecretToken(clientSecret), client.secretHash)) return null;

  const { token, hash } = newSecretToken();
  const now = clock();
  await signIn
    .delete(apiToken)
    .where(and(eq(apiToken.clientId, clientId), lte(apiToken.expiresAt, instantAt(now))));
  await signIn.insert(apiToken).values({
    tokenHash: hash,
    clientId,
    organizationId: client.organizationId,
    expiresAt: instantAt(now + tokenSeconds * 1000),
    createdAt: instantAt(now),
  });
  return { access_token: token, token_type: "Bearer", expires_in: tokenSeconds };
}

export type TokenClient = Pick<
  typeof apiClient.$inferSelect,
  "clientId" | "organizationId" | "name" | "role" | "allStores" | "storeIds"
>;

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

export function actorOfClient(client: TokenClient, correlationId: string): Actor {
  const role = Role.parse(client.role);
  return {
    kind: "API_CLIENT",
    id: client.clientId,
    name: client.name,
    enterpriseId: client.organizationId,
    role,
    storeIds: grantedStores(role, client),
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
