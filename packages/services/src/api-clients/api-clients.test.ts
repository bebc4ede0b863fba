import { scopes } from "@vehicle-contracts/contract-model";
import {
  apiClient as apiClientTable,
  apiToken,
  idempotencyRecord,
  newId,
  signInEvent,
} from "@vehicle-contracts/database";
import { testDatabase } from "@vehicle-contracts/database/testing";
import { asc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { hashSecretToken } from "../secret-token.ts";
import { aClock, aDealerGroup, anApiClient, refusalOf } from "../testing/index.ts";
import { createApiClient } from "./create.ts";
import { getApiClient } from "./get.ts";
import { listApiClients } from "./list.ts";
import { revokeApiClient } from "./revoke.ts";
import { rotateApiClient } from "./rotate.ts";
import { updateApiClient } from "./update.ts";

const { database } = await testDatabase({ clock: aClock().now });
const group = await aDealerGroup(database);
const stranger = await aDealerGroup(database, "Südstern Mobile");
const { administrator } = group;

const get = (clientId: string) => group.ask(getApiClient, { clientId }, administrator);
const update = (
  clientId: string,
  version: number,
  changes: Parameters<typeof updateApiClient>[2]["changes"],
) => group.change(updateApiClient, { clientId, version, changes }, administrator);
const rotate = (clientId: string, version: number, overlapHours?: number) =>
  group.change(rotateApiClient, { clientId, version, overlapHours }, administrator);
const revoke = (clientId: string, actor = administrator) =>
  group.change(revokeApiClient, { clientId }, actor);

const rowOf = async (clientId: string) => {
  const [row] = await database.signIn
    .select()
    .from(apiClientTable)
    .where(eq(apiClientTable.clientId, clientId));
  return row;
};
const aTokenOf = (clientId: string) =>
  database.signIn.insert(apiToken).values({
    ...{ tokenHash: newId(), clientId, organizationId: group.enterpriseId },
    ...{ expiresAt: "2026-03-02T10:00:00.000Z", createdAt: "2026-03-02T09:00:00.000Z" },
  });
const tokensOf = (clientId: string) =>
  database.signIn.select().from(apiToken).where(eq(apiToken.clientId, clientId));
const noted = (clientId: string) =>
  database.signIn
    .select()
    .from(signInEvent)
    .where(eq(signInEvent.clientId, clientId))
    .orderBy(asc(signInEvent.id));

describe("an API client", () => {
  test("is what it was made as, all scopes where none are named, and who made it is written down", async () => {
    const { apiClient, clientSecret } = await anApiClient(group, {
      name: "Service desk",
      allStores: null,
      storeIds: [group.hamburg.storeId],
    });
    expect(apiClient).toEqual({
      clientId: expect.any(String),
      version: 1,
      name: "Service desk",
      role: "advisor",
      allStores: false,
      storeIds: [group.hamburg.storeId],
      scopes: [...scopes],
      state: "ACTIVE",
      secretMadeAt: "2026-03-02T09:00:00.000Z",
      formerSecretEndsAt: null,
      lastUsedAt: null,
      createdAt: "2026-03-02T09:00:00.000Z",
      createdBy: { id: administrator.id, name: administrator.name },
      revokedAt: null,
    });
    expect(clientSecret).toMatch(/^[\w-]{43}$/);
    expect(await get(apiClient.clientId)).toEqual(apiClient);
    const { id: byId, correlationId } = administrator;
    expect(await noted(apiClient.clientId)).toMatchObject([
      { what: "API_CLIENT_CREATED", userId: null, byId, correlationId, at: "2026-03-02T09:00:00.000Z" },
    ]);
  });

  test("made by the same call again is the same one, and its secret is not shown again, being kept nowhere", async () => {
    const input = {
      idempotencyKey: newId(),
      apiClient: { name: "Once", role: "viewer" as const, allStores: true },
    };
    const first = await group.change(createApiClient, input, administrator);
    const again = await group.change(createApiClient, input, administrator);
    expect(again).toEqual({ apiClient: first.apiClient, clientSecret: null });
    const [kept] = await database.read(group.enterpriseId, (tx) =>
      tx.select().from(idempotencyRecord).where(eq(idempotencyRecord.key, input.idempotencyKey)),
    );
    const stored = JSON.stringify([kept, await rowOf(first.apiClient.clientId)]);
    expect(stored).toContain("Once");
    expect(stored).not.toContain(first.clientSecret);
    expect(stored).toContain(hashSecretToken(first.clientSecret ?? ""));
    expect(JSON.stringify(kept)).not.toContain(hashSecretToken(first.clientSecret ?? ""));
  });

  test("needs a store or all, as a user does", async () => {
    const refusal = refusalOf(anApiClient(group, { allStores: null, storeIds: [] }));
    expect(await refusal).toMatchObject({ code: "INVALID", fields: [{ path: "storeIds" }] });
    const at = (storeId: string) => refusalOf(anApiClient(group, { allStores: null, storeIds: [storeId] }));
    expect(await at(stranger.hamburg.storeId)).toEqual(await at(newId()));
  });

  test("is changed in what it is called and may do; what was changed is written down", async () => {
    const { clientId } = (await anApiClient(group)).apiClient;
    const { apiClient } = await update(clientId, 1, {
      ...{ name: "Kiosk", role: "viewer", storeIds: [group.leeds.storeId] },
      scopes: ["vehicles:read", "contracts:read", "vehicles:read"],
    });
    expect(apiClient).toMatchObject({
      ...{ version: 2, name: "Kiosk", role: "viewer", allStores: false, storeIds: [group.leeds.storeId] },
      scopes: ["contracts:read", "vehicles:read"],
    });
    expect((await noted(clientId)).at(-1)).toMatchObject({
      what: "API_CLIENT_CHANGED",
      facts: { name: "Kiosk", role: "viewer", scopes: ["contracts:read", "vehicles:read"] },
    });
    // without a difference nothing is written
    expect(await update(clientId, 2, { name: "Kiosk" })).toEqual({ apiClient, warnings: [] });
    expect(await noted(clientId)).toHaveLength(2);
    expect(await refusalOf(update(clientId, 1, { name: "Late" }))).toMatchObject({
      code: "STALE_VERSION",
      current: { version: 2 },
    });
  });

  test("that is disabled has no token left, and is enabled again", async () => {
    const { clientId } = (await anApiClient(group)).apiClient;
    await aTokenOf(clientId);
    expect((await update(clientId, 1, { disabled: true })).apiClient.state).toBe("DISABLED");
    expect(await tokensOf(clientId)).toEqual([]);
    expect((await update(clientId, 2, { disabled: false })).apiClient.state).toBe("ACTIVE");
  });
});

describe("a new secret", () => {
  test("ends the one before and every token at once, unless said otherwise", async () => {
    const { apiClient, clientSecret } = await anApiClient(group);
    const { clientId } = apiClient;
    await aTokenOf(clientId);
    const rotated = await rotate(clientId, 1);
    expect(rotated.apiClient).toMatchObject({ version: 2, formerSecretEndsAt: null });
    expect(rotated.clientSecret).not.toBe(clientSecret);
    expect(await rowOf(clientId)).toMatchObject({
      secretHash: hashSecretToken(rotated.clientSecret ?? ""),
      formerSecretHash: null,
    });
    expect(await tokensOf(clientId)).toEqual([]);
    expect((await noted(clientId)).at(-1)).toMatchObject({
      what: "API_CLIENT_ROTATED",
      facts: { overlapHours: 0 },
    });
  });

  test("leaves the one before good for the hours chosen, and tokens in use; the next one ends it", async () => {
    const { apiClient, clientSecret } = await anApiClient(group);
    const { clientId } = apiClient;
    await aTokenOf(clientId);
    const rotated = await rotate(clientId, 1, 48);
    expect(rotated.apiClient.formerSecretEndsAt).toBe("2026-03-04T09:00:00.000Z");
    expect(await rowOf(clientId)).toMatchObject({ formerSecretHash: hashSecretToken(clientSecret ?? "") });
    expect(await tokensOf(clientId)).toHaveLength(1);
    expect(await refusalOf(rotate(clientId, 1, 48))).toMatchObject({ code: "STALE_VERSION" });
    await rotate(clientId, 2, 1);
    expect(await rowOf(clientId)).toMatchObject({
      formerSecretHash: hashSecretToken(rotated.clientSecret ?? ""),
    });
  });
});

describe("a revoked client", () => {
  test("is revoked for good, with its tokens, and stays in the list, last", async () => {
    const { clientId } = (await anApiClient(group, { name: "Aaa first of all" })).apiClient;
    await aTokenOf(clientId);
    const { apiClient } = await revoke(clientId);
    expect(apiClient).toMatchObject({ state: "REVOKED", revokedAt: "2026-03-02T09:00:00.000Z", version: 2 });
    expect(await tokensOf(clientId)).toEqual([]);
    expect(await revoke(clientId)).toEqual({ apiClient, warnings: [] });
    expect((await noted(clientId)).map(({ what }) => what)).toEqual([
      "API_CLIENT_CREATED",
      "API_CLIENT_REVOKED",
    ]);
    for (const late of [() => update(clientId, 2, { name: "Late" }), () => rotate(clientId, 2)])
      expect(await refusalOf(late())).toMatchObject({ code: "FORBIDDEN" });
    const { items } = await group.ask(listApiClients, { limit: 200 }, administrator);
    expect(items.at(-1)?.clientId).toBe(clientId);
  });
});

test("clients are found by a part of name or id, and are an administrator's", async () => {
  const { clientId } = (await anApiClient(group, { name: "Jürgens Werkstattplaner" })).apiClient;
  const find = async (search: string) =>
    (await group.ask(listApiClients, { search }, administrator)).items.map((row) => row.clientId);
  expect(await find("WERKSTATT")).toEqual([clientId]);
  expect(await find(clientId.slice(-12))).toEqual([clientId]);
  expect(await refusalOf(group.ask(listApiClients, {}))).toMatchObject({ code: "FORBIDDEN" });
  expect(await refusalOf(revoke(clientId, group.advisor))).toMatchObject({ code: "FORBIDDEN" });
  const theirs = (await anApiClient(stranger)).apiClient.clientId;
  expect(await find(theirs)).toEqual([]);
  expect(await refusalOf(get(theirs))).toEqual(await refusalOf(get(newId())));
  expect(await refusalOf(revoke(theirs))).toEqual(await refusalOf(revoke(newId())));
});

test("a program gives no scope that it has not itself, and takes none over", async () => {
  const program = { ...group.program, scopes: ["apiClients:write", "contracts:read"] as const };
  const make = (given: (typeof scopes)[number][] | undefined) =>
    group.change(
      createApiClient,
      {
        idempotencyKey: newId(),
        apiClient: { name: "Of a program", role: "viewer", allStores: true, scopes: given },
      },
      program,
    );
  const { apiClient } = await make(["contracts:read"]);
  const { clientId } = apiClient;
  const stronger = (await anApiClient(group)).apiClient;
  const { clientId: strongerId } = stronger;
  const change = (id: string, changes: Parameters<typeof updateApiClient>[2]["changes"]) =>
    group.change(updateApiClient, { clientId: id, version: 1, changes }, program);
  for (const beyond of [
    () => make(undefined),
    () => make(["contracts:write"]),
    () => change(clientId, { scopes: ["users:write"] }),
    () => change(strongerId, { role: "administrator" }),
    () => group.change(rotateApiClient, { clientId: strongerId, version: 1 }, program),
  ])
    expect(await refusalOf(beyond())).toMatchObject({ code: "FORBIDDEN" });
  expect(
    (await group.change(rotateApiClient, { clientId, version: 1 }, program)).clientSecret,
  ).not.toBeNull();
  // To end one is no way to more.
  expect((await revoke(strongerId, program)).apiClient.state).toBe("REVOKED");
});
