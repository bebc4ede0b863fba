import { testDatabase } from "@vehicle-contracts/database/testing";
import { describe, expect, test } from "vitest";
import { anApi, anEnterprise, aToken } from "../testing/a-register.ts";

const { database } = await testDatabase();
const { storeId, client } = await anEnterprise(database);
const doors = await Promise.all(
  Object.entries({ "single calls apart": false, "tRPC's own adapter alone": true }).map(
    async ([name, stockAdapterAlone]) => {
      const api = await anApi(database, { stockAdapterAlone });
      return { name, ...api, token: await aToken(api.app, client) };
    },
  ),
);

describe.each(doors)("$name", ({ app, logged, token }) => {
  const post = (path: string, payload: unknown, headers: Record<string, string> = {}) =>
    app.inject({
      method: "POST",
      url: `/trpc/${path}`,
      headers: { "content-type": "application/json", authorization: `Bearer ${token}`, ...headers },
      payload: typeof payload === "string" ? payload : JSON.stringify(payload),
    });
  const batchOf = (calls: number) =>
    post(
      `${Array.from({ length: calls }, () => "stores.get").join(",")}?batch=1`,
      Object.fromEntries(Array.from({ length: calls }, (_, n) => [n, { storeId }])),
    );

  test("a question is answered to GET, and to POST so that its input stands in no address", async () => {
    const input = encodeURIComponent(JSON.stringify({ storeId }));
    const byGet = await app.inject({
      url: `/trpc/stores.get?input=${input}`,
      headers: { authorization: `Bearer ${token}` },
    });
    const byPost = await post("stores.get", { storeId });
    expect(byGet.statusCode).toBe(200);
    expect(byPost.json()).toEqual(byGet.json());
    expect(byPost.json()).toMatchObject({ result: { data: { storeId, name: "Hamburg" } } });
  });

  test("a change is not made by GET", async () => {
    const input = encodeURIComponent(JSON.stringify({ idempotencyKey: "k", store: {} }));
    const response = await app.inject({
      url: `/trpc/stores.create?input=${input}`,
      headers: { authorization: `Bearer ${token}` },
    });
    expect(response.statusCode).toBe(405);
    expect(response.json()).toMatchObject({ error: { data: { problem: { code: "INVALID" } } } });
  });

  test("twenty calls go in one request, twenty-one are refused and told why", async () => {
    const twenty = await batchOf(20);
    expect(twenty.statusCode).toBe(200);
    expect(twenty.json()).toHaveLength(20);
    const more = await batchOf(21);
    expect(more.statusCode).toBe(400);
    expect(more.json()).toMatchObject({
      error: {
        data: { problem: { code: "INVALID", message: "A request holds at most 20 calls; this one has 21." } },
      },
    });
  });

  test("no spelling of the commas takes more than twenty calls past that", async () => {
    const names = Array.from({ length: 21 }, () => "stores.get");
    for (const comma of ["%2C", "%252C"])
      expect((await post(`${names.join(comma)}?batch=1`, {})).statusCode).toBeGreaterThanOrEqual(400);
  });

  test("JSON that cannot be read is INVALID, with the correlation id", async () => {
    const response = await post("stores.get", "{ not json", { "correlation-id": "c-42" });
    expect(response.statusCode).toBe(400);
    expect(response.json()).toMatchObject({
      error: { data: { problem: { code: "INVALID", correlationId: "c-42", fields: [] } } },
    });
  });

  test("what is refused before any procedure is looked at has the correlation id too", async () => {
    const response = await app.inject({
      method: "POST",
      url: "/trpc/stores.get?connectionParams=none",
      headers: {
        ...{ "content-type": "application/json", "correlation-id": "c-43" },
        authorization: `Bearer ${token}`,
      },
      payload: "{}",
    });
    expect(response.statusCode).toBe(400);
    expect(response.json()).toMatchObject({ error: { data: { problem: { correlationId: "c-43" } } } });
  });

  test("another content type than JSON is INVALID", async () => {
    for (const type of [
      "text/plain",
      "multipart/form-data; boundary=x",
      "application/x-www-form-urlencoded",
    ]) {
      const response = await post("stores.get", "storeId=1", { "content-type": type });
      expect(response.statusCode).toBe(400);
      expect(response.json()).toMatchObject({ error: { data: { problem: { code: "INVALID" } } } });
    }
  });

  test("a procedure that does not exist, and an address where nothing is, are NOT_FOUND in the same envelope", async () => {
    for (const response of [
      await post("nothing.here", {}),
      await app.inject({ url: "/nowhere" }),
      await app.inject({ method: "POST", url: "/" }),
    ]) {
      expect(response.statusCode).toBe(404);
      expect(response.headers["content-type"]).toMatch(/^application\/json/);
      const correlationId = response.headers["correlation-id"];
      expect(response.json()).toMatchObject({
        error: { data: { httpStatus: 404, problem: { code: "NOT_FOUND", correlationId } } },
      });
    }
  });

  test("an address that is too long or cannot be read is INVALID in the same envelope", async () => {
    for (const [url, status] of [
      [`/trpc/${"x".repeat(5_000)}`, 414],
      ["/trpc/%zz", 400],
      ["/%zz", 400],
    ] as const) {
      const response = await app.inject({ url, headers: { "correlation-id": "c-44" } });
      expect(response.statusCode, url).toBe(status);
      expect(response.headers).toMatchObject({
        "content-type": expect.stringMatching(/^application\/json/),
        "correlation-id": "c-44",
        "cache-control": "no-store",
      });
      expect(response.json()).toMatchObject({
        error: { data: { httpStatus: status, problem: { code: "INVALID", correlationId: "c-44" } } },
      });
    }
  });

  test("a request beyond the limit is refused, not read", async () => {
    const response = await post("stores.get", JSON.stringify({ storeId: "x".repeat(5_000_000) }));
    expect(response.statusCode).toBe(413);
    expect(response.json()).toMatchObject({ error: { data: { problem: { code: "INVALID" } } } });
  });

  test("the correlation id is the caller's where it is plain, else a new one", async () => {
    const idFor = async (sent?: string) =>
      (await app.inject({ url: "/healthz", headers: sent === undefined ? {} : { "correlation-id": sent } }))
        .headers["correlation-id"];
    expect(await idFor("order-4711:a.b_c")).toBe("order-4711:a.b_c");
    for (const odd of [undefined, "", "with blank", "a".repeat(101), "a\u00e9"])
      expect(await idFor(odd)).toMatch(/^[0-9a-f]{8}-[0-9a-f-]{27}$/);
  });

  test("on behalf of what cannot be a user's id is INVALID", async () => {
    const response = await post("stores.get", { storeId }, { "x-onbehalf-of": "x".repeat(101) });
    expect(response.statusCode).toBe(400);
    expect(response.json()).toMatchObject({
      error: { data: { problem: { code: "INVALID", fields: [{ path: "x-onbehalf-of" }] } } },
    });
  });

  test("answers are not kept, rendered or embedded by anyone", async () => {
    for (const url of ["/healthz", "/nowhere", "/trpc/session.me"]) {
      const { headers } = await app.inject({ url });
      expect(headers["cache-control"]).toBe("no-store");
      expect(headers["x-content-type-options"]).toBe("nosniff");
      expect(headers["content-security-policy"]).toContain("default-src 'none'");
    }
  });

  test("the log names call, caller and correlation id, and holds no secret, VIN, name or e-mail address", async () => {
    const vin = "WVWZZZ1JZXW000001";
    const email = "ann.advisor@example.com";
    await post("vehicles.get", { vin }, { "correlation-id": "c-log" });
    await app.inject({ url: `/trpc/vehicles.get?input=${encodeURIComponent(JSON.stringify({ vin }))}` });
    await app.inject({ url: `/vehicles/${vin}?email=${email}` });
    await post(`vehicles.get,${vin}?batch=1`, { 0: { vin } });
    await post("parties.list", `{"search": "${email}"`);
    await post("stores.get", { storeId }, { "x-onbehalf-of": email, cookie: "session=secret" });
    const line = logged()
      .trim()
      .split("\n")
      .map((text): Record<string, unknown> => JSON.parse(text))
      .find(({ correlationId }) => correlationId === "c-log");
    expect(line).toMatchObject({
      method: "POST",
      route: "/trpc/:path",
      procedures: ["vehicles.get"],
      status: 404,
      actor: { kind: "API_CLIENT", id: client.clientId },
    });
    for (const word of [vin, email, token, client.clientSecret, "secret", "Bearer"])
      expect(logged()).not.toContain(word);
  });
});
