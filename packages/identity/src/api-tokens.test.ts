import { apiClient, apiToken } from "@vehicle-contracts/database";
import { testDatabase } from "@vehicle-contracts/database/testing";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { createApiClient, revokeApiClient } from "./api-clients.ts";
import type { Identity } from "./open-identity.ts";
import { anEnterprise, anIdentity, aUser } from "./testing/an-enterprise.ts";

const { database } = await testDatabase();
const enterpriseId = await anEnterprise(database);
const address = "192.0.2.1";

const aClient = () =>
  createApiClient(database, {
    enterpriseId,
    name: "Service desk",
    role: "administrator",
    allStores: true,
    storeIds: [],
  });

async function aToken(identity: Identity, client: { clientId: string; clientSecret: string }) {
  const answer = await identity.issueToken(client, address);
  if ("refused" in answer) throw new Error(answer.refused);
  return answer.access_token;
}

test("a client gets a token by its secret, and the token stands for the client", async () => {
  const identity = anIdentity(database);
  const client = await aClient();
  const answer = await identity.issueToken(client, address);
  expect(answer).toEqual({ access_token: expect.any(String), token_type: "Bearer", expires_in: 3600 });
  const token = "access_token" in answer ? answer.access_token : "";
  expect(await identity.actorOfToken(token, "c-1")).toEqual({
    kind: "API_CLIENT",
    id: client.clientId,
    name: "Service desk",
    enterpriseId,
    role: "administrator",
    storeIds: "all",
    onBehalfOf: null,
    correlationId: "c-1",
  });
});

test("a client of some stores has those alone", async () => {
  const identity = anIdentity(database);
  const storeIds = ["0199b3c4-5d6e-7f80-9a1b-2c3d4e5f6071"];
  const client = await createApiClient(database, {
    enterpriseId,
    name: "Kiosk",
    role: "viewer",
    allStores: false,
    storeIds,
  });
  expect(await identity.actorOfToken(await aToken(identity, client), "c")).toMatchObject({
    role: "viewer",
    storeIds,
  });
});

test("a wrong secret, an unknown client and a revoked one are refused alike", async () => {
  const identity = anIdentity(database);
  const client = await aClient();
  const revoked = await aClient();
  await revokeApiClient(database, { enterpriseId, clientId: revoked.clientId });
  for (const wrong of [
    { ...client, clientSecret: "wrong" },
    { ...client, clientId: "unknown" },
    { ...client, clientId: "\u0000" },
    revoked,
  ])
    expect(await identity.issueToken(wrong, address)).toEqual({ refused: "client" });
});

test("a token has an end, and at that moment is refused", async () => {
  let now = Date.now();
  const identity = anIdentity(database, { clock: () => now, tokenSeconds: 60 });
  const token = await aToken(identity, await aClient());
  now += 59_999;
  expect(await identity.actorOfToken(token, "c")).not.toBeNull();
  now += 1;
  expect(await identity.actorOfToken(token, "c")).toBeNull();
});

test("a revoked client's tokens are refused at once, in another process too", async () => {
  const identity = anIdentity(database);
  const otherProcess = anIdentity(database);
  const client = await aClient();
  const token = await aToken(identity, client);
  expect(await otherProcess.actorOfToken(token, "c")).not.toBeNull();
  expect(await revokeApiClient(database, { enterpriseId, clientId: client.clientId })).toBe(true);
  expect(await identity.actorOfToken(token, "c")).toBeNull();
  expect(await otherProcess.actorOfToken(token, "c")).toBeNull();
});

test("a disabled client's tokens are refused while it is disabled", async () => {
  const identity = anIdentity(database);
  const client = await aClient();
  const token = await aToken(identity, client);
  const set = (disabled: boolean) =>
    database.signIn.update(apiClient).set({ disabled }).where(eq(apiClient.clientId, client.clientId));
  await set(true);
  expect(await identity.actorOfToken(token, "c")).toBeNull();
  expect(await identity.issueToken(client, address)).toEqual({ refused: "client" });
  await set(false);
  expect(await identity.actorOfToken(token, "c")).not.toBeNull();
});

test("another enterprise cannot revoke a client", async () => {
  const other = await anEnterprise(database, "Other");
  const client = await aClient();
  const identity = anIdentity(database);
  const token = await aToken(identity, client);
  expect(await revokeApiClient(database, { enterpriseId: other, clientId: client.clientId })).toBe(false);
  expect(await identity.actorOfToken(token, "c")).not.toBeNull();
});

test("on behalf of a user of the enterprise the name is known; an id of nobody there stays as it was given", async () => {
  const identity = anIdentity(database);
  const token = await aToken(identity, await aClient());
  const { userId } = await aUser(database, enterpriseId, { name: "Ann Advisor" });
  const other = await anEnterprise(database, "Other");
  const stranger = await aUser(database, other, { name: "Of Another" });
  const onBehalfOf = async (header: string | null) =>
    (await identity.actorOfToken(token, "c", header))?.onBehalfOf;
  expect(await onBehalfOf(userId)).toEqual({ id: userId, name: "Ann Advisor" });
  expect(await onBehalfOf(userId.toUpperCase())).toEqual({ id: userId, name: "Ann Advisor" });
  expect(await onBehalfOf(stranger.userId)).toEqual({ id: stranger.userId, name: stranger.userId });
  expect(await onBehalfOf("dms:4711")).toEqual({ id: "dms:4711", name: "dms:4711" });
  expect(await onBehalfOf(null)).toBeNull();
});

test("on behalf of what cannot be an id is INVALID", async () => {
  const identity = anIdentity(database);
  const token = await aToken(identity, await aClient());
  for (const header of ["", " ", "a".repeat(101), "Jürgen", "a\tb", "a\u0000"])
    await expect(identity.actorOfToken(token, "c", header), JSON.stringify(header)).rejects.toMatchObject({
      problem: { code: "INVALID", fields: [{ path: "x-onbehalf-of" }] },
    });
});

test("neither secret nor token is stored as it is, and tokens that ended are cleared away", async () => {
  let now = Date.now();
  const identity = anIdentity(database, { clock: () => now, tokenSeconds: 60 });
  const client = await aClient();
  const first = await aToken(identity, client);
  const rows = () => database.signIn.select().from(apiToken).where(eq(apiToken.clientId, client.clientId));
  const stored = JSON.stringify([
    await rows(),
    await database.signIn.select().from(apiClient).where(eq(apiClient.clientId, client.clientId)),
  ]);
  expect(stored).not.toContain(first);
  expect(stored).not.toContain(client.clientSecret);
  now += 60_000;
  await aToken(identity, client);
  expect(await rows()).toHaveLength(1);
});

test("guessing secrets has to wait, at this address; the client itself is served elsewhere", async () => {
  const identity = anIdentity(database);
  const client = await aClient();
  for (const _ of Array.from({ length: 10 }))
    expect(await identity.issueToken({ ...client, clientSecret: "wrong" }, address)).toEqual({
      refused: "client",
    });
  expect(await identity.issueToken(client, address)).toMatchObject({ refused: "attempts" });
  expect(await identity.issueToken(client, "198.51.100.7")).toHaveProperty("access_token");
});

test("a service whose instances all ask at once is not taken for one that guesses", async () => {
  const identity = anIdentity(database);
  const client = await aClient();
  for (const _ of Array.from({ length: 3 }))
    for (const answer of await Promise.all(
      Array.from({ length: 50 }, () => identity.issueToken(client, address)),
    ))
      expect(answer).toHaveProperty("access_token");
});

test("one address cannot guess at one client after another", async () => {
  const identity = anIdentity(database, {
    tokenAllowance: { perSubject: 10, perAddress: 3, windowSeconds: 60 },
  });
  for (const clientId of ["one", "two", "three"])
    expect(await identity.issueToken({ clientId, clientSecret: "guess" }, address)).toEqual({
      refused: "client",
    });
  expect(await identity.issueToken(await aClient(), address)).toMatchObject({ refused: "attempts" });
});
