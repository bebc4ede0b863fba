import { scopes as everyScope, Scope } from "@vehicle-contracts/contract-model";
import { newId } from "@vehicle-contracts/database";
import { testDatabase } from "@vehicle-contracts/database/testing";
import { aClock } from "@vehicle-contracts/services/testing";
import { describe, expect, test } from "vitest";
import { call, procedures } from "./testing/call.ts";
import { examplesOf } from "./testing/examples.ts";
import { withAt } from "./testing/with-at.ts";

const { database, withoutPolicies } = await testDatabase({ clock: aClock().now });
const { group, examples } = await examplesOf(database);
const { administrator, advisor, advisorOfHamburg, viewer } = group;

/** Nouns that are read and written with another: what happens to contracts is of contracts. */
const scopeNouns: Readonly<Record<string, string>> = {
  transfers: "contracts",
  renewals: "contracts",
  entitlement: "contracts",
  usage: "contracts",
  enterprise: "settings",
};

/** What answers more of another noun than in short: that takes its scope too. */
const besides: Readonly<Record<string, readonly Scope[]>> = { "renewals.list": ["parties:read"] };

/** Reading a noun or writing it; who one is needs none. */
function scopesOf(name: string): readonly Scope[] {
  if (name === "session.me") return [];
  const noun = name.split(".")[0] ?? "";
  const kind = procedures[name]?._def.type === "query" ? "read" : "write";
  return [Scope.parse(`${scopeNouns[noun] ?? noun}:${kind}`), ...(besides[name] ?? [])];
}

test("every scope is of some procedure", () => {
  expect(new Set(Object.keys(procedures).flatMap(scopesOf))).toEqual(new Set(everyScope));
});

test("every procedure has an example, and no example is of a procedure that is gone", () => {
  expect(Object.keys(examples).sort()).toEqual(Object.keys(procedures).sort());
});

describe.each(Object.entries(examples))("%s", (name, { role, input, ids, byStore, withoutStores }) => {
  const rank = { viewer: 0, advisor: 1, administrator: 2 };

  test("says of itself whom it is for", () => {
    expect(procedures[name]?._def.meta).toEqual({ role, scopes: scopesOf(name) });
  });

  test("is for a program that has its scopes, and for none that lacks one and has all the others", async () => {
    const scopes = scopesOf(name);
    const program = (granted: readonly Scope[]) => ({ ...group.program, scopes: granted });
    for (const scope of scopes) {
      const others = program(everyScope.filter((other) => other !== scope));
      const without = await call(database, others, name, await input());
      expect(without).toMatchObject({ status: 403, problem: { code: "FORBIDDEN" } });
      expect(without.problem?.message).toContain(`the scope ${scope};`);
    }
    // What a program hands out it has itself.
    const own = name.startsWith("apiClients.") ? everyScope : scopes;
    const having = await call(database, program(own), name, await input());
    expect(having, having.text).toMatchObject({ status: 200 });
  });

  test("is for nobody who is not signed in", async () => {
    const answer = await call(database, null, name, await input());
    expect(answer).toMatchObject({
      status: 401,
      trpcCode: "UNAUTHORIZED",
      problem: { code: "UNAUTHENTICATED" },
    });
  });

  test.each([viewer, advisor, administrator, group.program])(
    "is as its role says for $name",
    async (actor) => {
      const answer = await call(database, actor, name, await input());
      if (rank[actor.role] >= rank[role]) expect(answer, answer.text).toMatchObject({ status: 200 });
      else expect(answer).toMatchObject({ status: 403, problem: { code: "FORBIDDEN" } });
    },
  );

  test("is for an actor of the store, and of another only where no store is asked for", async () => {
    const actor = { ...advisorOfHamburg, role };
    const there = await call(database, actor, name, await input());
    expect(there, there.text).toMatchObject({ status: 200 });
    if (!byStore) return;
    const elsewhere = await call(database, actor, name, await input(group.leeds.storeId));
    expect(elsewhere, elsewhere.text).toMatchObject({ status: 403, problem: { code: "FORBIDDEN" } });
    expect(await call(database, { ...advisor, role }, name, await input(group.leeds.storeId))).toMatchObject({
      status: 200,
    });
  });

  test("is for an actor without any store only where nothing of a store is touched", async () => {
    const answer = await call(database, { ...advisor, role, storeIds: [] }, name, await input());
    expect(answer, answer.text).toMatchObject({ status: withoutStores ? 200 : 403 });
  });

  // Row-level security is one fence; that each statement names its tenant is the other, looked at alone here.
  const fences = Object.entries({ "behind both fences": database, "without policies": withoutPolicies });
  const strangers = fences.flatMap(([fence, through]) =>
    Object.entries(ids).map(([path, theirs]) => ({ fence, through, path, theirs })),
  );
  test.each(strangers)(
    "answers a stranger's $path as it answers nobody's, $fence",
    async ({ through, path, theirs }) => {
      const given = await input();
      const [stranger, nobody] = await Promise.all(
        [theirs, newId()].map((id) => call(through, administrator, name, withAt(given, path.split("."), id))),
      );
      expect(nobody, nobody?.text).toMatchObject({ status: 404, problem: { code: "NOT_FOUND" } });
      expect(stranger?.text).toBe(nobody?.text);
    },
  );

  if (procedures[name]?._def.type === "query")
    test("answers the same without policies", async () => {
      const given = await input();
      const answer = await call(database, administrator, name, given);
      expect(answer.status).toBe(200);
      expect((await call(withoutPolicies, administrator, name, given)).text).toBe(answer.text);
    });
});
