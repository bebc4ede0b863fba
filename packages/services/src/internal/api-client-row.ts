import { type ApiClient, Role, Scope } from "@vehicle-contracts/contract-model";
import {
  apiClient,
  apiToken,
  newId,
  prepared,
  preparedInsert,
  type TenantTx,
} from "@vehicle-contracts/database";
import { and, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import type { Actor } from "../actor.ts";
import { newSecretToken } from "../secret-token.ts";
import { notFound, ServiceError } from "../service-error.ts";
import { guardedUpdate } from "./guarded-update.ts";
import type { Grants } from "./store-grants.ts";
import { together } from "./together.ts";

type Row = typeof apiClient.$inferSelect;

// The sign-in tables carry no policy, so that the organisation is named in each statement here.
const ofEnterprise = eq(apiClient.organizationId, sql.placeholder("enterpriseId"));
const ofId = and(ofEnterprise, eq(apiClient.clientId, sql.placeholder("clientId")));

const all = prepared("api_clients", (db) => db.select().from(apiClient).where(ofEnterprise));
const byId = prepared("api_client_by_id", (db) => db.select().from(apiClient).where(ofId));
const insertRow = preparedInsert("insert_api_client", apiClient);
const revoke = prepared("revoke_api_client", (db) =>
  db
    .update(apiClient)
    .set({
      revokedAt: sql`${sql.placeholder("now")}::timestamptz`,
      version: sql`${apiClient.version} + 1`,
    })
    .where(and(ofId, isNull(apiClient.revokedAt))),
);
const deleteTokens = prepared("delete_api_tokens", (db) =>
  db
    .delete(apiToken)
    .where(
      and(
        eq(apiToken.organizationId, sql.placeholder("enterpriseId")),
        eq(apiToken.clientId, sql.placeholder("clientId")),
      ),
    ),
);

/** Changes columns of a client where it is at the version that was read. */
export const updateRow = guardedUpdate(apiClient, {
  tenant: apiClient.organizationId,
  id: apiClient.clientId,
});

export const readApiClients = async (tx: TenantTx): Promise<ApiClient[]> =>
  (await all(tx)).map((row) => toApiClient(tx, row));

/** The client of the enterprise; throws NOT_FOUND, also for another enterprise's. */
export const apiClientAt = async (tx: TenantTx, clientId: string): Promise<ApiClient> =>
  toApiClient(tx, await apiClientRowAt(tx, clientId));

/** The same with the hashes of its secrets. */
export async function apiClientRowAt(tx: TenantTx, clientId: string): Promise<Row> {
  const [row] = await byId(tx, { clientId });
  if (!row) throw notFound("API client");
  return row;
}

export function toApiClient(tx: TenantTx, row: Row): ApiClient {
  const { clientId, version, name, lastUsedAt, createdAt, createdBy, revokedAt } = row;
  const role = Role.parse(row.role);
  const ends = row.formerSecretEndsAt;
  return {
    ...{ clientId, version, name, role, lastUsedAt, createdAt, createdBy, revokedAt },
    allStores: role === "administrator" || row.allStores,
    storeIds: row.storeIds,
    scopes: z.array(Scope).parse(row.scopes),
    state: revokedAt ? "REVOKED" : row.disabled ? "DISABLED" : "ACTIVE",
    secretMadeAt: row.secretMadeAt ?? createdAt,
    formerSecretEndsAt: ends !== null && ends > tx.startedAt && !revokedAt ? ends : null,
  };
}

export type NewApiClientRow = Grants & {
  /** A UUID, for data that must be the same each time; a new one when left out. */
  clientId?: string | undefined;
  name: string;
  role: Role;
  scopes: readonly Scope[];
  createdBy: { id: string; name: string } | null;
};

/** A program that may call for the transaction's enterprise. Its secret is answered this once; only its hash is kept. */
export async function insertApiClient(
  tx: TenantTx,
  { clientId = newId(), ...facts }: NewApiClientRow,
): Promise<{ apiClient: ApiClient; clientSecret: string }> {
  const secret = newSecretToken();
  const [, made] = await together([
    insertRow(tx, {
      ...facts,
      clientId,
      organizationId: tx.enterpriseId,
      secretHash: secret.hash,
      scopes: [...facts.scopes],
      disabled: false,
      version: 1,
      secretMadeAt: tx.startedAt,
      createdAt: tx.startedAt,
    }),
    apiClientAt(tx, clientId),
  ]);
  return { apiClient: made, clientSecret: secret.token };
}

/** Ends the client, if it is not revoked yet, and all its tokens, at once, in every process. */
export const endApiClient = (tx: TenantTx, clientId: string): Promise<unknown> =>
  together([revoke(tx, { clientId, now: tx.startedAt }), endTokens(tx, clientId)]);

/** Ends the tokens of the client, whose row the transaction has changed: nobody is given one meanwhile. */
export const endTokens = (tx: TenantTx, clientId: string): Promise<unknown> => deleteTokens(tx, { clientId });

/** Throws FORBIDDEN where a program would hand out, or take over, scopes that it has not itself. */
export function refuseBeyondOwn(actor: Actor, scopes: readonly Scope[]): void {
  const own = actor.scopes;
  if (own === "all") return;
  const beyond = scopes.filter((scope) => !own.includes(scope));
  if (beyond.length > 0)
    throw new ServiceError({
      code: "FORBIDDEN",
      message: `A program gives no scope that it has not itself: ${beyond.join(", ")}.`,
    });
}

/** Throws FORBIDDEN for a client that was revoked. */
export function refuseRevoked({ state }: ApiClient): void {
  if (state === "REVOKED")
    throw new ServiceError({
      code: "FORBIDDEN",
      message: "This API client is revoked, for good. Make a new one.",
    });
}
