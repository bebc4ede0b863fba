import { scopes as everyScope, type Role, type Scope } from "@vehicle-contracts/contract-model";
import { newId } from "@vehicle-contracts/database";
import { testDatabase } from "@vehicle-contracts/database/testing";
import { createApiClient } from "@vehicle-contracts/identity";
import { endApiClient, rotateApiClient, updateApiClient } from "@vehicle-contracts/services";
import { examplesOf, procedures, withAt } from "@vehicle-contracts/trpc-router/testing";
import { describe, expect, test } from "vitest";
import { anApi, aToken } from "../testing/a-register.ts";

const { database } = await testDatabase();
const { group, examples } = await examplesOf(database);
const { enterpriseId, administrator, hamburg, leeds } = group;
let now = Date.now();
const { app } = await anApi(database, { clock: () => now });

type Facts = { role?: Role; storeIds?: string[]; scopes?: readonly Scope[] };
const aClient = ({ role = "administrator", storeIds = [], scopes = everyScope }: Facts = {}) =>
  createApiClient(database, {
    ...{ enterpriseId, name: "Program", role, allStores: storeIds.length === 0, storeIds, scopes },
  });

function send(name: string, input: unknown, token: string | null) {
  const json = JSON.stringify(input) ?? "{}";
  // The same for each request, so that answers are compared as they are.
  const headers = {
    "correlation-id": "0199b3c4-5d6e-7f80-9a1b-2c3d4e5f6071",
    ...(token !== null && { authorization: `Bearer ${token}` }),
  };
  return procedures[name]?._def.type === "query"
    ? app.inject({ url: `/trpc/${name}?input=${encodeURIComponent(json)}`, headers })
    : app.inject({
        ...{ method: "POST", url: `/trpc/${name}`, payload: json },
        headers: { ...headers, "content-type": "application/json" },
      });
}

/** A token that has called, so that the door remembers it, of a client of these facts. */
async function aCaller(facts: Facts = {}) {
  const client = await aClient(facts);
  const token = await aToken(app, client);
  expect((await send("session.me", undefined, token)).statusCode).toBe(200);
  return { ...client, token };
}
const byAdministrator = <Input, Answer>(
  service: Parameters<typeof group.change<Input, Answer>>[0],
  input: Input,
) => group.change(service, input, administrator);

// Each remembered by the door before it ended.
const expired = await aCaller();
now += 3_600_000;
const [good, revoked, rotated, disabled] = [
  await aCaller(),
  await aCaller(),
  await aCaller(),
  await aCaller(),
];
await database.write(enterpriseId, (tx) => endApiClient(tx, revoked.clientId));
await byAdministrator(rotateApiClient, { clientId: rotated.clientId, version: 1 });
await byAdministrator(updateApiClient, {
  ...{ clientId: disabled.clientId, version: 1 },
  changes: { disabled: true },
});
const nobody: Record<string, string | null> = {
  "no token": null,
  "a token that nobody was given": newId(),
  "an expired token": expired.token,
  "a token of a revoked client": revoked.token,
  "a token taken by a secret that was made anew": rotated.token,
  "a token of a disabled client": disabled.token,
};

const viewer = await aCaller({ role: "viewer" });
const advisor = await aCaller({ role: "advisor" });
const lower: Record<Role, readonly { token: string }[]> = {
  viewer: [],
  advisor: [viewer],
  administrator: [viewer, advisor],
};
const ofHamburg = new Map<Role, string>();
for (const role of ["viewer", "advisor"] as const)
  ofHamburg.set(role, (await aCaller({ role, storeIds: [hamburg.storeId] })).token);
const without = new Map<Scope, string>();
for (const scope of everyScope) {
  const others = everyScope.filter((other) => other !== scope);
  without.set(scope, (await aCaller({ scopes: others })).token);
}

const meta = (name: string) => procedures[name]?._def.meta as { role: Role; scopes: Scope[] }; // ProcedureMeta

test("every procedure has its row", () => {
  expect(Object.keys(examples).sort()).toEqual(Object.keys(procedures).sort());
});

describe.each(Object.entries(examples))("%s", (name, { input, ids, byStore }) => {
  // Made once: who is refused changes nothing of it, and who may comes last.
  let made: unknown;
  const once = async () => {
    made ??= await input();
    return made;
  };
  const refused = async (given: unknown, token: string | null) => {
    const { statusCode, json } = await send(name, given, token);
    const { error } = json<{ error?: { data: { problem: { code: string } } } }>();
    return [statusCode, error?.data.problem.code];
  };

  test.each(Object.entries(nobody))("refuses %s", async (_, token) => {
    expect(await refused(await once(), token)).toEqual([401, "UNAUTHENTICATED"]);
  });

  test("refuses a program of a lower role, without its scope, or of another store", async () => {
    const { role, scopes } = meta(name);
    const given = await once();
    for (const { token } of lower[role]) expect(await refused(given, token)).toEqual([403, "FORBIDDEN"]);
    for (const scope of scopes)
      expect(await refused(given, without.get(scope) ?? "")).toEqual([403, "FORBIDDEN"]);
    const token = ofHamburg.get(role);
    if (byStore && token)
      expect(await refused(await input(leeds.storeId), token)).toEqual([403, "FORBIDDEN"]);
  });

  test("answers who may, and another enterprise's ids byte for byte as nobody's", async () => {
    const given = await once();
    for (const [path, theirs] of Object.entries(ids)) {
      const at = (id: string) => send(name, withAt(given, path.split("."), id), good.token);
      const [stranger, nobodys] = [await at(theirs), await at(newId())];
      expect(nobodys.statusCode, nobodys.body).toBe(404);
      expect(stranger.body, path).toBe(nobodys.body);
      const headersOf = ({ headers }: typeof stranger) => ({ ...headers, date: null });
      expect(headersOf(stranger)).toEqual(headersOf(nobodys));
    }
    const answer = await send(name, given, good.token);
    expect(answer.statusCode, answer.body).toBe(200);
  });
});
