import { line, Role } from "@vehicle-contracts/contract-model";
import { apiClient, apiToken, newId } from "@vehicle-contracts/database";
import type { SignInDatabase } from "@vehicle-contracts/database/unit-of-work";
import { newSecretToken } from "@vehicle-contracts/services";
import { and, eq, isNull } from "drizzle-orm";
import { type Clock, instantAt, systemClock } from "./clock.ts";

export type NewApiClient = {
  /** A UUID, for data that must be the same each time; a new one when left out. */
  clientId?: string;
  enterpriseId: string;
  /** 1 to 100 characters; the history names the client by it. */
  name: string;
  role: Role;
  /** All stores of the enterprise, those added later too; else `storeIds`. */
  allStores: boolean;
  storeIds: readonly string[];
};
export type ApiClientCredentials = { clientId: string; clientSecret: string };

/** What the functions here take of a database. */
export type WithSignIn = { readonly signIn: SignInDatabase };

/** A program that may call for the enterprise. Its secret is answered this once; only its hash is kept. */
export async function createApiClient(
  { signIn }: WithSignIn,
  { clientId = newId(), enterpriseId, name, role, allStores, storeIds }: NewApiClient,
  clock: Clock = systemClock,
): Promise<ApiClientCredentials> {
  const secret = newSecretToken();
  await signIn.insert(apiClient).values({
    clientId,
    organizationId: enterpriseId,
    name: line(100).parse(name),
    secretHash: secret.hash,
    role: Role.parse(role),
    allStores,
    storeIds: allStores ? [] : [...storeIds],
    createdAt: instantAt(clock()),
  });
  return { clientId, clientSecret: secret.token };
}

/** Ends the client and all its tokens, at once, in every process. Answers whether there was one to end. */
export async function revokeApiClient(
  { signIn }: WithSignIn,
  { enterpriseId, clientId }: { enterpriseId: string; clientId: string },
  clock: Clock = systemClock,
): Promise<boolean> {
  return signIn.transaction(async (tx) => {
    const revoked = await tx
      .update(apiClient)
      .set({ revokedAt: instantAt(clock()) })
      .where(
        and(
          eq(apiClient.organizationId, enterpriseId),
          eq(apiClient.clientId, clientId),
          isNull(apiClient.revokedAt),
        ),
      )
      .returning({ clientId: apiClient.clientId });
    await tx
      .delete(apiToken)
      .where(and(eq(apiToken.organizationId, enterpriseId), eq(apiToken.clientId, clientId)));
    return revoked.length > 0;
  });
}
