import { member, session } from "@vehicle-contracts/database";
import { testDatabase } from "@vehicle-contracts/database/testing";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { reachable } from "./open-identity.ts";
import { openSignInLibrary } from "./sign-in-library.ts";
import {
  adminUrl,
  anEnterprise,
  anIdentity,
  aUser,
  cookiesOf,
  password,
  secret,
  signInRequest,
} from "./testing/an-enterprise.ts";

const { database } = await testDatabase();
const enterpriseId = await anEnterprise(database);

test("a script signs in with e-mail and password, and the cookie stands for the user", async () => {
  const identity = anIdentity(database);
  const storeId = "0199b3c4-5d6e-7f80-9a1b-2c3d4e5f6071";
  const { userId, email } = await aUser(database, enterpriseId, { allStores: false, storeIds: [storeId] });
  const response = await identity.handler(signInRequest({ email, password }));
  expect(response.status).toBe(200);
  expect(await identity.actorOf(cookiesOf(response), "c-1")).toEqual({
    kind: "USER",
    id: userId,
    name: "Ann Advisor",
    enterpriseId,
    role: "advisor",
    storeIds: [storeId],
    scopes: "all",
    onBehalfOf: null,
    correlationId: "c-1",
  });
});

test("a script's fetch and its cookie of before suffice: only pages name an origin", async () => {
  const identity = anIdentity(database);
  const { email } = await aUser(database, enterpriseId);
  // Node's own fetch says the mode of each request, and nothing else that a browser says.
  const first = await identity.handler(signInRequest({ email, password }, { "sec-fetch-mode": "cors" }));
  expect(first.status).toBe(200);
  const cookie = cookiesOf(first).get("cookie") ?? "";
  const again = await identity.handler(
    signInRequest({ email, password }, { "sec-fetch-mode": "cors", cookie }),
  );
  expect(again.status).toBe(200);
});

test("administrators have all stores", async () => {
  const identity = anIdentity(database);
  const { email } = await aUser(database, enterpriseId, { role: "administrator", allStores: false });
  const response = await identity.handler(signInRequest({ email, password }));
  expect(await identity.actorOf(cookiesOf(response), "c")).toMatchObject({ storeIds: "all" });
});

test("an e-mail address is the same in capitals", async () => {
  const identity = anIdentity(database);
  const { email } = await aUser(database, enterpriseId);
  const response = await identity.handler(signInRequest({ email: email.toUpperCase(), password }));
  expect(response.status).toBe(200);
});

test("the cookie cannot be read by scripts nor sent along by other sites, and needs TLS where there is TLS", async () => {
  const { email } = await aUser(database, enterpriseId);
  const plain = await anIdentity(database).handler(signInRequest({ email, password }));
  for (const cookie of plain.headers.getSetCookie()) {
    expect(cookie).toMatch(/; HttpOnly/i);
    expect(cookie).toMatch(/; SameSite=Lax/i);
    expect(cookie).not.toMatch(/; Secure/i);
  }
  const url = "https://contracts.example.com";
  const withTls = await anIdentity(database, { adminUrl: url }).handler(
    signInRequest({ email, password }, {}, url),
  );
  expect(withTls.headers.getSetCookie()).not.toHaveLength(0);
  for (const cookie of withTls.headers.getSetCookie()) expect(cookie).toMatch(/; Secure/i);
});

test("an unknown address, a wrong password and a disabled user are answered alike", async () => {
  const identity = anIdentity(database);
  const { email } = await aUser(database, enterpriseId);
  const disabled = await aUser(database, enterpriseId);
  await database.signIn.update(member).set({ disabled: true }).where(eq(member.userId, disabled.userId));
  const answers = await Promise.all(
    [
      { email: "nobody@example.com", password },
      { email, password: "not the right password" },
      { email: disabled.email, password },
    ].map(async (credentials) => {
      const response = await identity.handler(signInRequest(credentials));
      return {
        status: response.status,
        body: await response.json(),
        cookies: response.headers.getSetCookie(),
      };
    }),
  );
  for (const answer of answers) {
    expect(answer).toMatchObject({ status: 401, body: { code: "INVALID_EMAIL_OR_PASSWORD" }, cookies: [] });
  }
});

test("a browser on another site cannot sign anyone in; one on the admin app's own can", async () => {
  const identity = anIdentity(database);
  const { email } = await aUser(database, enterpriseId);
  const from = async (headers: Record<string, string>) =>
    (await identity.handler(signInRequest({ email, password }, headers))).status;
  expect(await from({ origin: "https://evil.example" })).toBe(403);
  expect(await from({ origin: "null", "sec-fetch-site": "cross-site", "sec-fetch-mode": "cors" })).toBe(403);
  expect(await from({ origin: "https://evil.example", cookie: "a=b" })).toBe(403);
  expect(await from({ "sec-fetch-site": "cross-site", "sec-fetch-mode": "cors" })).toBe(403);
  expect(await from({ referer: "https://evil.example/page" })).toBe(403);
  expect(await from({ origin: adminUrl })).toBe(200);
  expect(await from({ origin: "http://127.0.0.1:3000", "sec-fetch-site": "same-origin" })).toBe(200);
});

test("signing in often with the right password is never limited", async () => {
  const identity = anIdentity(database);
  const { email } = await aUser(database, enterpriseId);
  for (const _ of Array.from({ length: 12 }))
    expect((await identity.handler(signInRequest({ email, password }))).status).toBe(200);
});

test("after signing out the cookie stands for nobody", async () => {
  const identity = anIdentity(database);
  const { email } = await aUser(database, enterpriseId);
  const cookies = cookiesOf(await identity.handler(signInRequest({ email, password })));
  const response = await identity.signOut(cookies);
  expect(response.status).toBe(200);
  expect(response.headers.getSetCookie().join()).toMatch(/max-age=0/i);
  expect(await identity.actorOf(cookies, "c")).toBeNull();
});

test("a session ends the moment its user is disabled or leaves the enterprise", async () => {
  const identity = anIdentity(database);
  for (const end of [
    (userId: string) =>
      database.signIn.update(member).set({ disabled: true }).where(eq(member.userId, userId)),
    (userId: string) => database.signIn.delete(member).where(eq(member.userId, userId)),
    (userId: string) => database.signIn.delete(session).where(eq(session.userId, userId)),
  ]) {
    const { userId, email } = await aUser(database, enterpriseId);
    const cookies = cookiesOf(await identity.handler(signInRequest({ email, password })));
    expect(await identity.actorOf(cookies, "c")).not.toBeNull();
    await end(userId);
    expect(await identity.actorOf(cookies, "c")).toBeNull();
  }
});

test("a changed role or grant holds from the next request", async () => {
  const identity = anIdentity(database);
  const { userId, email } = await aUser(database, enterpriseId);
  const cookies = cookiesOf(await identity.handler(signInRequest({ email, password })));
  await database.signIn
    .update(member)
    .set({ role: "viewer", allStores: false, storeIds: [] })
    .where(eq(member.userId, userId));
  expect(await identity.actorOf(cookies, "c")).toMatchObject({ role: "viewer", storeIds: [] });
});

test("a cookie that was altered, or signed with another secret, stands for nobody", async () => {
  const identity = anIdentity(database);
  const { email } = await aUser(database, enterpriseId);
  const cookies = cookiesOf(await identity.handler(signInRequest({ email, password })));
  const altered = new Headers({ cookie: (cookies.get("cookie") ?? "").replace(/=(.)/, "=x$1") });
  expect(await identity.actorOf(altered, "c")).toBeNull();
  const other = anIdentity(database, { secret: "another secret, also of thirty-two characters" });
  expect(await other.actorOf(cookies, "c")).toBeNull();
  expect(await identity.actorOf(new Headers(), "c")).toBeNull();
});

test("when somebody was last seen is noted, and not at each request", async () => {
  let now = Date.now();
  const identity = anIdentity(database, { clock: () => now });
  const { userId, email } = await aUser(database, enterpriseId);
  const cookies = cookiesOf(await identity.handler(signInRequest({ email, password })));
  const seen = async () => {
    await identity.actorOf(cookies, "c");
    const [row] = await database.signIn
      .select({ at: member.lastSeenAt })
      .from(member)
      .where(eq(member.userId, userId));
    return row?.at ?? null;
  };
  const first = await seen();
  expect(first).not.toBeNull();
  now += 60_000;
  expect(await seen()).toBe(first);
  now += 5 * 60_000;
  expect(await seen()).not.toBe(first);
});

test("of all that the sign-in library offers, only sign-in, sign-out and the session can be reached", async () => {
  const identity = anIdentity(database);
  const { email } = await aUser(database, enterpriseId, { role: "administrator" });
  const { cookie } = Object.fromEntries(
    cookiesOf(await identity.handler(signInRequest({ email, password }))),
  );
  const library = openSignInLibrary({
    signIn: database.signIn,
    secret,
    adminUrl,
    trustedOrigins: [],
    take: async () => ({ taken: [] }),
    judgeProof: async () => "none",
  });
  const endpoints = Object.values(library.api).flatMap(({ path, options }) => {
    const { method } = options as { method: string | string[] };
    return [method].flat().map((verb) => ({ verb, path: `/api/auth${path ?? ""}` }));
  });
  expect(endpoints.length).toBeGreaterThan(40);
  for (const { verb, path } of endpoints) {
    if (reachable.has(`${verb} ${path}`)) continue;
    const url = `${adminUrl}${path.replace(/:\w+/g, "something")}`;
    const request = new Request(url, {
      method: verb,
      headers: { "content-type": "application/json", origin: adminUrl, cookie: cookie ?? "" },
      ...(verb === "GET" ? {} : { body: "{}" }),
    });
    expect((await identity.handler(request)).status, `${verb} ${path}`).toBe(404);
  }
});

test("no spelling of an address leads to what cannot be reached", async () => {
  const identity = anIdentity(database);
  for (const path of [
    "/api/auth/sign-up/email",
    "/api/auth//sign-up/email",
    "/api/auth/sign-up/email/",
    "/api/auth/%73ign-up/email",
    "/api/auth/sign-in/../sign-up/email",
    "/API/AUTH/sign-up/email",
    "/api/auth/organization/create",
  ]) {
    const request = new Request(`${adminUrl}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ email: "stranger@example.com", password, name: "Stranger" }),
    });
    expect((await identity.handler(request)).status, path).toBe(404);
  }
});
