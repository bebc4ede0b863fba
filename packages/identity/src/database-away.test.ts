import { inspect } from "node:util";
import { testDatabase } from "@vehicle-contracts/database/testing";
import { openDatabase } from "@vehicle-contracts/database/unit-of-work";
import { afterAll, afterEach, expect, test, vi } from "vitest";
import {
  anEnterprise,
  anIdentity,
  aUser,
  cookiesOf,
  password,
  signInRequest,
} from "./testing/an-enterprise.ts";

const { database } = await testDatabase();
const enterpriseId = await anEnterprise(database);
// Nothing listens on port 1.
const away = openDatabase({ url: "postgres://program:p@127.0.0.1:1/register" });
afterAll(() => away.close());
afterEach(() => vi.restoreAllMocks());

/** All that reached the console, and the error as whoever logs it could print it. */
async function toldOf(work: () => Promise<unknown>) {
  const printed: unknown[] = [];
  for (const method of ["log", "info", "warn", "error", "debug"] as const)
    vi.spyOn(console, method).mockImplementation((...words: unknown[]) => void printed.push(words));
  const error = await work().then(
    () => null,
    (reason: unknown) => reason,
  );
  return { printed, error: inspect(error, { showHidden: true, depth: 10 }) };
}

test("while the database is away a sign-in rejects with its code; the library prints nothing, and no error holds who it was", async () => {
  const identity = anIdentity(away);
  const email = "felix.morland@example.com";
  for (const { printed, error } of [
    await toldOf(() => identity.handler(signInRequest({ email, password }))),
    await toldOf(() => identity.signIn({ email, password }, new Headers())),
  ]) {
    expect(printed).toEqual([]);
    expect(error).toContain("ECONNREFUSED");
    for (const secret of [email, password]) expect(error).not.toContain(secret);
  }
});

test("while the database is away a session can neither be read nor is it told", async () => {
  const { email } = await aUser(database, enterpriseId);
  const cookies = cookiesOf(await anIdentity(database).handler(signInRequest({ email, password })));
  const token = /session_token=([^.%]+)/.exec(cookies.get("cookie") ?? "")?.[1];
  expect(token).toMatch(/^\w{20,}$/);
  const identity = anIdentity(away);
  const asked = new Request("http://localhost:3000/api/auth/get-session", { headers: cookies });
  for (const { printed, error } of [
    await toldOf(() => identity.handler(asked)),
    await toldOf(() => identity.actorOf(cookies, "c-1")),
  ]) {
    expect(printed).toEqual([]);
    expect(error).toContain("ECONNREFUSED");
    expect(error).not.toContain(token);
  }
});

const strict = { free: 1, firstWait: 60, longestWait: 60, forgivenAfter: 3600 };

test("a try that the database could not answer does not count: nobody waits for that afterwards", async () => {
  const { email } = await aUser(database, enterpriseId);
  let now = away;
  const signIn = new Proxy(database.signIn, { get: (_, name) => Reflect.get(now.signIn, name) });
  const identity = anIdentity(
    { ...database, signIn },
    {
      signInAllowance: {
        accountAndAddress: strict,
        address: strict,
        account: strict,
        device: strict,
      },
    },
  );
  for (const _ of Array.from({ length: 3 }))
    await expect(identity.handler(signInRequest({ email, password }))).rejects.toThrow();
  now = database;
  expect((await identity.handler(signInRequest({ email, password }))).status).toBe(200);
});

test("who has no session is told so, and who has one reads it", async () => {
  const identity = anIdentity(database);
  const session = async (headers: Headers) => {
    const response = await identity.handler(
      new Request("http://localhost:3000/api/auth/get-session", { headers }),
    );
    expect(response.headers.get("content-type")).toMatch(/^application\/json/);
    return [response.status, await response.json()] as const;
  };
  expect(await session(new Headers())).toEqual([200, null]);
  const { userId, email } = await aUser(database, enterpriseId);
  const cookies = cookiesOf(await identity.handler(signInRequest({ email, password })));
  expect(await session(cookies)).toEqual([
    200,
    { session: expect.objectContaining({ userId }), user: expect.objectContaining({ email }) },
  ]);
});
