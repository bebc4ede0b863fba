import { scopes } from "@vehicle-contracts/contract-model";
import { testDatabase } from "@vehicle-contracts/database/testing";
import { endApiClient } from "@vehicle-contracts/services";
import type { FastifyInstance } from "fastify";
import { expect, test } from "vitest";
import { anApi, anEnterprise, aToken, tokenForm } from "../testing/a-register.ts";

const { database } = await testDatabase();
const { enterpriseId, client } = await anEnterprise(database);
const { app } = await anApi(database);

const ask = (payload: string, headers: Record<string, string> = {}, at: FastifyInstance = app) =>
  at.inject({
    method: "POST",
    url: "/oauth/token",
    headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
    payload,
  });
const basic = (id: string, secret: string) =>
  `Basic ${Buffer.from(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`).toString("base64")}`;
const me = (token: string, at: FastifyInstance = app) =>
  at.inject({ url: "/trpc/session.me", headers: { authorization: `Bearer ${token}` } });

test("client credentials in the form are answered by a token that the procedures take", async () => {
  const response = await ask(tokenForm(client));
  expect(response.statusCode).toBe(200);
  expect(response.headers["cache-control"]).toBe("no-store");
  expect(response.json()).toEqual({
    access_token: expect.any(String),
    token_type: "Bearer",
    expires_in: 3600,
    scope: scopes.join(" "),
  });
  const session = await me(response.json<{ access_token: string }>().access_token);
  expect(session.statusCode).toBe(200);
  expect(session.json()).toMatchObject({ result: { data: { enterprise: { enterpriseId } } } });
});

test("client credentials as Basic are taken alike", async () => {
  const response = await ask("grant_type=client_credentials", {
    authorization: basic(client.clientId, client.clientSecret),
  });
  expect(response.statusCode).toBe(200);
});

test("a form that names another client than the header does is refused; the same one may be named twice", async () => {
  const authorization = basic(client.clientId, client.clientSecret);
  const form = (clientId: string) => `grant_type=client_credentials&client_id=${clientId}`;
  const other = await ask(form("another"), { authorization });
  expect(other.statusCode).toBe(400);
  expect(other.json()).toMatchObject({ error: "invalid_request" });
  expect((await ask(form(client.clientId), { authorization })).statusCode).toBe(200);
});

test("a token may be asked for with fewer scopes, and takes no more then; more are invalid_scope", async () => {
  const narrow = await ask(`${tokenForm(client)}&scope=stores%3Aread%20contracts%3Aread`);
  expect(narrow.json()).toMatchObject({ scope: "contracts:read stores:read" });
  const { access_token: token } = narrow.json<{ access_token: string }>();
  const call = (path: string) =>
    app.inject({ url: `/trpc/${path}`, headers: { authorization: `Bearer ${token}` } });
  // Asked again, it is remembered, with its scopes.
  for (const _ of ["first", "second"]) {
    expect((await call("contracts.list")).statusCode).toBe(200);
    const refused = await call("users.list");
    expect(refused.statusCode).toBe(403);
    expect(refused.body).toContain(
      "This takes the scope users:read; the token has contracts:read stores:read.",
    );
  }
  const beyond = await ask(`${tokenForm(client)}&scope=contracts%3Aread%20everything`);
  expect(beyond.statusCode).toBe(400);
  expect(beyond.json()).toMatchObject({ error: "invalid_scope" });
});

test("a wrong secret, an unknown client and none at all are invalid_client", async () => {
  for (const response of [
    await ask(tokenForm({ ...client, clientSecret: "wrong" })),
    await ask(tokenForm({ ...client, clientId: "unknown" })),
    await ask("grant_type=client_credentials"),
    await ask("grant_type=client_credentials", { authorization: basic(client.clientId, "wrong") }),
    await ask("grant_type=client_credentials", { authorization: "Basic not-base64-at-all!" }),
  ]) {
    expect(response.statusCode).toBe(401);
    expect(response.json()).toMatchObject({ error: "invalid_client" });
    expect(response.headers["www-authenticate"]).toMatch(/^Basic /);
    expect(response.headers["cache-control"]).toBe("no-store");
  }
});

test("what is no such request is answered in the terms of RFC 6749", async () => {
  const error = async (payload: string, headers: Record<string, string> = {}) => {
    const response = await ask(payload, headers);
    return [response.statusCode, response.json<{ error: string }>().error];
  };
  expect(await error("")).toEqual([400, "invalid_request"]);
  expect(await error("grant_type=password")).toEqual([400, "unsupported_grant_type"]);
  expect(await error(`${tokenForm(client)}&client_id=twice`)).toEqual([400, "invalid_request"]);
  expect(await error(tokenForm(client), { authorization: basic("a", "b") })).toEqual([
    400,
    "invalid_request",
  ]);
  expect(await error("{}", { "content-type": "application/json" })).not.toEqual([200, undefined]);
  expect(await error("<xml/>", { "content-type": "text/xml" })).toEqual([400, "invalid_request"]);
  expect(await error(`x=${"y".repeat(20_000)}`)).toEqual([400, "invalid_request"]);
});

test("no token, a wrong one, and one of a revoked client are not let in", async () => {
  const other = await anEnterprise(database);
  const token = await aToken(app, other.client);
  expect((await me(token)).statusCode).toBe(200);
  await database.write(other.enterpriseId, (tx) => endApiClient(tx, other.client.clientId));
  for (const response of [
    await me(token),
    await me("wrong"),
    await app.inject({ url: "/trpc/session.me" }),
    await app.inject({ url: "/trpc/session.me", headers: { authorization: "Basic YTpi" } }),
  ]) {
    expect(response.statusCode).toBe(401);
    expect(response.headers["www-authenticate"]).toMatch(/^Bearer /);
    expect(response.json()).toMatchObject({ error: { data: { problem: { code: "UNAUTHENTICATED" } } } });
  }
});

test("a token that has ended is not let in", async () => {
  let now = Date.now();
  const short = await anApi(database, { tokenSeconds: 5, clock: () => now });
  const token = await aToken(short.app, client);
  expect((await me(token, short.app)).statusCode).toBe(200);
  now += 5_000;
  expect((await me(token, short.app)).statusCode).toBe(401);
});

test("who guesses secrets is told to wait", async () => {
  const { app: limited } = await anApi(database, {
    tokenAllowance: { perSubject: 2, perAddress: 100, windowSeconds: 60 },
  });
  const wrong = tokenForm({ ...client, clientSecret: "wrong" });
  expect((await ask(wrong, {}, limited)).statusCode).toBe(401);
  expect((await ask(wrong, {}, limited)).statusCode).toBe(401);
  const refused = await ask(wrong, {}, limited);
  expect(refused.statusCode).toBe(429);
  expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
});

test("an address in x-forwarded-for counts only where it comes from a proxy of ours", async () => {
  const allowance = { perSubject: 1, perAddress: 100, windowSeconds: 60 };
  const wrong = tokenForm({ ...client, clientSecret: "wrong" });
  const twice = async (at: FastifyInstance) => {
    await ask(wrong, { "x-forwarded-for": "203.0.113.1" }, at);
    return (await ask(wrong, { "x-forwarded-for": "203.0.113.2" }, at)).statusCode;
  };
  expect(await twice((await anApi(database, { tokenAllowance: allowance })).app)).toBe(429);
  const behindProxy = await anApi(database, { tokenAllowance: allowance, trustedProxies: ["127.0.0.1"] });
  expect(await twice(behindProxy.app)).toBe(401);
});
