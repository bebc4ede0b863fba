import { line, type Role, type Scope, scopes } from "@vehicle-contracts/contract-model";
import type { Database } from "@vehicle-contracts/database/unit-of-work";
import { insertApiClient } from "@vehicle-contracts/services";

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
  /** All when left out. */
  scopes?: readonly Scope[];
};
export type ApiClientCredentials = { clientId: string; clientSecret: string };

/**
 * A program that may call for the enterprise, for demonstrations and tests; elsewhere somebody makes it by
 * `apiClients.create`. Its secret is answered this once; only its hash is kept.
 */
export async function createApiClient(
  database: Pick<Database, "write">,
  { clientId, enterpriseId, name, role, allStores, storeIds, ...given }: NewApiClient,
): Promise<ApiClientCredentials> {
  const { apiClient, clientSecret } = await database.write(enterpriseId, (tx) =>
    insertApiClient(tx, {
      ...{ clientId, name: line(100).parse(name), role, allStores },
      storeIds: allStores ? [] : [...storeIds],
      scopes: given.scopes ?? scopes,
      createdBy: null,
    }),
  );
  return { clientId: apiClient.clientId, clientSecret };
}
