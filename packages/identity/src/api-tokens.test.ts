import { scopes } from "@vehicle-contracts/contract-model";
import { apiClient, apiToken } from "@vehicle-contracts/database";
import { testDatabase } from "@vehicle-contracts/database/testing";
import { endApiClient, rotateApiClient } from "@vehicle-contracts/services";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { createApiClient } from "./api-clients.ts";
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

const revoke = (clientId: string, by = enterpriseId) =>
  database.write(by, (tx) => endApiClient(tx, clientId));

async function aToken(identity: Identity, client: { clientId: string; clientSecret: string }) {
  const answer = await identity.issueToken(client, address);
  if ("refused" in answer) throw new Error(answer.refused);
  return answer.access_token;
}

test("a client gets a token by its secret, and the token stands for the client", async () => {
  const identity = anIdentity(database);
  const client = await aClient();
  const answer = await identity.issueToken(client, address);
  expect(answer).toEqual({
    access_token: expect.any(String),
    token_type: "Bearer",
    expires_in: 3600,
    scope: scopes.join(" "),
  });
  const token = "access_token" in answer ? answer.access_token : "";
  expect(await identity.actorOfToken(token, "c-1")).toEqual({
    kind: "API_CLIENT",
    id: client.clientId,
    name: "Service desk",
    enterpriseId,
    role: "administrator",
    storeIds: "all",
    scopes,
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
  await revoke(revoked.clientId);
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
  await revoke(client.clientId);
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
  await revoke(client.clientId, other);
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

test("a token has the scopes that it is asked for, and those of its client as they are now", async () => {
  const identity = anIdentity(database);
  const client = await aClient();
  const ask = (scope: string) => identity.issueToken({ ...client, scope }, address);
  const scopesOf = async (token: string) => (await identity.actorOfToken(token, "c"))?.scopes;
  const narrow = await ask("vehicles:read contracts:read");
  expect(narrow).toMatchObject({ scope: "contracts:read vehicles:read" });
  const token = "access_token" in narrow ? narrow.access_token : "";
  const whole = await aToken(identity, client);
  expect(await scopesOf(token)).toEqual(["contracts:read", "vehicles:read"]);
  await database.signIn
    .update(apiClient)
    .set({ scopes: ["vehicles:read", "stores:read"] })
    .where(eq(apiClient.clientId, client.clientId));
  expect(await scopesOf(token)).toEqual(["vehicles:read"]);
  expect(await scopesOf(whole)).toEqual(["vehicles:read", "stores:read"]);
  for (const beyond of [
    "contracts:read",
    "vehicles:read contracts:write",
    "all",
    "vehicles:read,stores:read",
  ])
    expect(await ask(beyond), beyond).toEqual({ refused: "scope" });
  for (const all of ["", "  "]) expect(await ask(all)).toMatchObject({ scope: "vehicles:read stores:read" });
});

describe("after the secret was made anew", () => {
  const actor = {
    ...({ kind: "JOB", id: "test", name: "test", enterpriseId, role: "administrator" } as const),
    ...({ storeIds: "all", scopes: "all", onBehalfOf: null, correlationId: "c" } as const),
  };
  const rotate = async (clientId: string, overlapHours: number) => {
    const { apiClient, clientSecret } = await database.write(enterpriseId, (tx) =>
      rotateApiClient(tx, actor, { clientId, version: 1, overlapHours }),
    );
    return { clientSecret: clientSecret ?? "", endsAt: Date.parse(apiClient.formerSecretEndsAt ?? "") };
  };

  test("at once, the former one and its tokens are refused at once", async () => {
    const identity = anIdentity(database);
    const client = await aClient();
    const token = await aToken(identity, client);
    const { clientSecret } = await rotate(client.clientId, 0);
    expect(await identity.actorOfToken(token, "c")).toBeNull();
    expect(await identity.issueToken(client, address)).toEqual({ refused: "client" });
    expect(await aToken(identity, { ...client, clientSecret })).toBeTruthy();
  });

  test("with an overlap, the former one is good for so long, and a token taken by it no longer", async () => {
    let now = Date.now();
    const identity = anIdentity(database, { clock: () => now });
    const client = await aClient();
    const { clientSecret, endsAt } = await rotate(client.clientId, 24);
    now = endsAt - 600_000;
    const answer = await identity.issueToken(client, address);
    if ("refused" in answer) throw new Error(answer.refused);
    expect(answer.expires_in).toBe(600);
    expect(await identity.issueToken({ ...client, clientSecret }, address)).toMatchObject({
      expires_in: 3600,
    });
    now += 600_000;
    expect(await identity.actorOfToken(answer.access_token, "c")).toBeNull();
    expect(await identity.issueToken(client, address)).toEqual({ refused: "client" });
  });

  test("while tokens are being asked for, none is left that the former one took", async () => {
    const identity = anIdentity(database);
    const client = await aClient();
    const asked = Array.from({ length: 20 }, () => identity.issueToken(client, address));
    const rotated = rotate(client.clientId, 0);
    const answers = [...(await Promise.all(asked)), (await rotated) && null];
    for (const answer of answers)
      if (answer && "access_token" in answer)
        expect(await identity.actorOfToken(answer.access_token, "c")).toBeNull();
  });
});

test("when a client last took a token is kept", async () => {
  const at = Date.now();
  const client = await aClient();
  await aToken(anIdentity(database, { clock: () => at }), client);
  const [row] = await database.signIn.select().from(apiClient).where(eq(apiClient.clientId, client.clientId));
  expect(Date.parse(row?.lastUsedAt ?? "")).toBe(at);
});
