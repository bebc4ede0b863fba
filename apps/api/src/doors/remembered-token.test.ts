import { randomUUID } from "node:crypto";
import { apiClient } from "@vehicle-contracts/database";
import { countedWay, testDatabase } from "@vehicle-contracts/database/testing";
import { openDatabase } from "@vehicle-contracts/database/unit-of-work";
import { createApiClient } from "@vehicle-contracts/identity";
import { endApiClient } from "@vehicle-contracts/services";
import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { anApi, anEnterprise, aToken } from "../testing/a-register.ts";

const { database, programUrl } = await testDatabase();
const { enterpriseId, storeId } = await anEnterprise(database);
const way = await countedWay(programUrl);
const counted = openDatabase({ url: way.url, max: 1 });
const { app } = await anApi(counted);
// A second process, as far as the first can tell: it remembers nothing of what the first one does.
const { app: other } = await anApi(database);
afterAll(async () => {
  await counted.close();
  await way.close();
});

/** A client that has called once, so that its token is remembered. */
async function aRememberedClient(role: "viewer" | "administrator" = "administrator") {
  const client = await createApiClient(database, {
    ...{ enterpriseId, name: "Service desk", role },
    ...{ allStores: true, storeIds: [] },
  });
  const token = await aToken(other, client);
  const call = (path: string, input: unknown) =>
    app.inject({
      method: "POST",
      url: `/trpc/${path}`,
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      payload: JSON.stringify(input),
    });
  expect((await call("stores.get", { storeId })).statusCode).toBe(200);
  return { ...client, call };
}
const setClient = (clientId: string, set: Partial<typeof apiClient.$inferInsert>) =>
  database.signIn.update(apiClient).set(set).where(eq(apiClient.clientId, clientId));
const aProvider = () => ({
  idempotencyKey: randomUUID(),
  provider: { name: `Importer ${randomUUID()}`, kind: "IMPORTER" },
});

test("a call with a token that called before asks for it in its own round trip", async () => {
  const { call } = await aRememberedClient();
  for (const _ of ["first", "second"]) await call("stores.get", { storeId });
  way.roundTrips();
  expect((await call("stores.get", { storeId })).statusCode).toBe(200);
  expect(way.roundTrips()).toBe(1);
});

test("a client that another process revoked is refused at its next call, also one that is refused anyway", async () => {
  const calls = [
    ["stores.get", { storeId }],
    ["stores.get", { storeId: randomUUID() }],
    ["stores.get", { storeId: "no id" }],
    ["providers.create", aProvider()],
  ] as const;
  for (const [path, input] of calls) {
    const { clientId, call } = await aRememberedClient();
    await database.write(enterpriseId, (tx) => endApiClient(tx, clientId));
    const answer = await call(path, input);
    expect(answer.statusCode, answer.body).toBe(401);
    expect(answer.headers["www-authenticate"]).toContain("Bearer");
  }
});

test("a client that was disabled is refused, and nothing of what it asked is stored", async () => {
  const { clientId, call } = await aRememberedClient();
  await setClient(clientId, { disabled: true });
  const { provider, ...key } = aProvider();
  expect((await call("providers.create", { ...key, provider })).statusCode).toBe(401);
  await setClient(clientId, { disabled: false });
  expect((await call("providers.list", {})).body).not.toContain(provider.name);
});

test("a client that is granted more or less than before is answered by what it is granted now", async () => {
  const { clientId, call } = await aRememberedClient("viewer");
  expect((await call("providers.create", aProvider())).statusCode).toBe(403);
  await setClient(clientId, { role: "administrator" });
  expect((await call("providers.create", aProvider())).statusCode).toBe(200);
  await setClient(clientId, { role: "advisor", allStores: false, storeIds: [] });
  expect((await call("stores.get", { storeId })).statusCode).toBe(403);
  expect((await call("providers.create", aProvider())).statusCode).toBe(403);
  await setClient(clientId, { storeIds: [storeId] });
  expect((await call("stores.get", { storeId })).statusCode).toBe(200);
});
