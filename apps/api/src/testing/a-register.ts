import { Writable } from "node:stream";
import { newId } from "@vehicle-contracts/database";
import type { Database } from "@vehicle-contracts/database/unit-of-work";
import {
  type ApiClientCredentials,
  createApiClient,
  type Identity,
  type IdentityOptions,
  insertEnterprise,
  openIdentity,
} from "@vehicle-contracts/identity";
import { createStore } from "@vehicle-contracts/services";
import type { FastifyInstance } from "fastify";
import { afterAll } from "vitest";
import { type AppOptions, buildApp } from "../build-app.ts";
import { openLog } from "../log.ts";
import { keepLog } from "./keep-log.ts";

export const secret = "for tests only: at least thirty-two characters";

/** What was used of secrets and names, none of which may stand in a log. */
const used = new Set([secret, "Nordwind Motors"]);

/** An enterprise with one store and an API client that may do everything. */
export async function anEnterprise(database: Database) {
  const enterpriseId = newId();
  const store = await database.write(enterpriseId, async (tx) => {
    await insertEnterprise(tx, "Nordwind Motors");
    const actor = {
      kind: "JOB",
      id: "test",
      name: "test",
      enterpriseId,
      role: "administrator",
      storeIds: "all",
      scopes: "all",
      onBehalfOf: null,
      correlationId: "test",
    } as const;
    const made = await createStore(tx, actor, {
      idempotencyKey: newId(),
      store: {
        name: "Hamburg",
        timeZone: "Europe/Berlin",
        country: "DE",
        currency: "EUR",
        distanceUnit: "KM",
      },
    });
    return made.store;
  });
  const client = await createApiClient(database, {
    enterpriseId,
    name: "Service desk",
    role: "administrator",
    allStores: true,
    storeIds: [],
  });
  used.add(client.clientSecret);
  return { enterpriseId, storeId: store.storeId, client };
}

export type TestApi = { app: FastifyInstance; identity: Identity; logged: () => string };

/** The API on the database, with all that it logs; closed after the test file. */
export async function anApi(
  database: Database,
  options: Partial<
    IdentityOptions & Pick<AppOptions, "trustedProxies" | "loadLimit" | "stockAdapterAlone">
  > = {},
): Promise<TestApi> {
  const lines: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  const { trustedProxies = [], loadLimit = {}, stockAdapterAlone = false, ...identityOptions } = options;
  const identity = openIdentity({
    database,
    secret,
    adminUrl: "http://localhost:3000",
    ...identityOptions,
  });
  const app = await buildApp({
    database,
    identity,
    trustedProxies,
    loadLimit,
    stockAdapterAlone,
    log: openLog(stream, "trace"),
  });
  afterAll(async () => {
    await app.close();
    await keepLog(lines.join(""), used);
  });
  return { app, identity, logged: () => lines.join("") };
}

export const tokenForm = ({ clientId, clientSecret }: ApiClientCredentials): string =>
  new URLSearchParams({
    grant_type: "client_credentials",
    client_id: clientId,
    client_secret: clientSecret,
  }).toString();

/** A bearer token for the client, by the API itself. */
export async function aToken(app: FastifyInstance, client: ApiClientCredentials): Promise<string> {
  const response = await app.inject({
    method: "POST",
    url: "/oauth/token",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    payload: tokenForm(client),
  });
  const { access_token: token } = response.json<{ access_token: string }>();
  used.add(token);
  return token;
}
