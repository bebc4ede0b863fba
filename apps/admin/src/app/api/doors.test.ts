import { createHmac } from "node:crypto";
import { globSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

// Throws outside of Next's own bundler.
vi.mock("server-only", () => ({}));

const secret = "for tests only: at least thirty-two characters";
const email = "felix.morland@example.com";
const password = "correct horse battery staple";
const token = "VDV6aZ3kq0TtV5x8sR1nBmYc2uLw9PeJ";
const adminUrl = "http://localhost:3000";
const settings = {
  // Nothing listens on port 1: the database is away.
  PROGRAM_DATABASE_URL: "postgres://program:p@127.0.0.1:1/register",
  AUTH_SECRET: secret,
  ADMIN_URL: adminUrl,
  API_URL: "http://localhost:4000",
};
for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
const [auth, trpc, link, forgotten, account] = await Promise.all([
  import("./auth/[...all]/route.ts"),
  import("./trpc/[trpc]/route.ts"),
  import("./set-password/route.ts"),
  import("./forgot-password/route.ts"),
  import("./account/[action]/route.ts"),
]);

let output = "";
beforeEach(() => {
  output = "";
  const keep = (chunk: unknown) => {
    output += String(chunk);
    return true;
  };
  vi.spyOn(process.stdout, "write").mockImplementation(keep);
  vi.spyOn(process.stderr, "write").mockImplementation(keep);
  for (const method of ["log", "info", "warn", "error", "debug"] as const)
    vi.spyOn(console, method).mockImplementation((...words: unknown[]) => void keep(words.join(" ")));
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** The lines logged, each of them JSON and without anything of the person. */
function logged(): Record<string, unknown>[] {
  for (const word of [email, password, token]) expect(output).not.toContain(word);
  return output
    .split("\n")
    .filter((line) => line !== "")
    .map((line): Record<string, unknown> => JSON.parse(line));
}

const signature = createHmac("sha256", secret).update(token).digest("base64");
const cookie = `vehicle-contracts.session_token=${encodeURIComponent(`${token}.${signature}`)}`;
const headers = { "content-type": "application/json", "correlation-id": "c-1", cookie };
const post = (path: string, body: unknown, more: Record<string, string> = {}) =>
  new Request(`${adminUrl}${path}`, {
    method: "POST",
    headers: { ...headers, ...more },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
const get = (path: string) => new Request(`${adminUrl}${path}`, { headers });
const batch = (calls: number) =>
  post(`/api/trpc/${Array.from({ length: calls }, () => "stores.get").join(",")}?batch=1`, {});

const away = {
  code: "OVERLOADED",
  message: expect.stringMatching(/^The register cannot answer just now/),
  retryAfterSeconds: 1,
  correlationId: "c-1",
};

test("while the database is away a sign-in and the session are answered 503 with words and Retry-After", async () => {
  for (const [path, answer] of [
    ["/api/auth/sign-in/email", auth.POST(post("/api/auth/sign-in/email", { email, password }))],
    ["/api/auth/get-session", auth.GET(get("/api/auth/get-session"))],
  ] as const) {
    const response = await answer;
    expect(response.status, path).toBe(503);
    expect(response.headers.get("retry-after")).toBe("1");
    expect(await response.json()).toMatchObject(away);
    expect(logged().at(-1)).toMatchObject({ route: path, status: 503, correlationId: "c-1", msg: "request" });
  }
});

test("while the database is away each call of a procedure is SERVICE_UNAVAILABLE: alone, as a batch, question or change", async () => {
  for (const answer of [
    trpc.GET(get("/api/trpc/session.me")),
    trpc.POST(post("/api/trpc/session.me", {})),
    trpc.POST(post("/api/trpc/stores.create", { idempotencyKey: "k", store: {} })),
    trpc.POST(post("/api/trpc/session.me,stores.list?batch=1", { 0: {}, 1: {} })),
  ]) {
    const response = await answer;
    expect(response.status).toBe(503);
    expect(response.headers.get("retry-after")).toBe("1");
    expect(response.headers.get("correlation-id")).toBe("c-1");
    expect(await response.json()).toMatchObject({
      error: { data: { code: "SERVICE_UNAVAILABLE", httpStatus: 503, problem: away } },
    });
  }
  expect(logged()).toHaveLength(4);
});

test("one line a request says method, route, procedures, status and milliseconds, and nothing that a caller made up", async () => {
  await trpc.POST(post(`/api/trpc/session.me,${email}?batch=1&q=${email}`, { 0: {}, 1: { search: email } }));
  await auth.GET(get(`/api/auth/${email}`));
  expect(logged()).toEqual([
    {
      level: 30,
      time: expect.any(String),
      service: "admin",
      correlationId: "c-1",
      method: "POST",
      route: "/api/trpc/[trpc]",
      procedures: ["session.me"],
      status: 503,
      milliseconds: expect.any(Number),
      msg: "request",
    },
    expect.objectContaining({ method: "GET", route: "/api/auth/[...all]", status: 404 }),
  ]);
});

test("a request too large is answered 413, and one of too many calls by the limit: as at the API", async () => {
  const large = "x".repeat(5_000_000);
  const inPieces = new Request(`${adminUrl}/api/trpc/stores.get`, {
    method: "POST",
    headers,
    body: new Blob([large]).stream(),
    duplex: "half",
  } as RequestInit); // the type of the DOM has no `duplex`, which Node asks for
  const problemOf = async (answer: Promise<Response>) => {
    const response = await answer;
    expect(response.headers.get("content-type")).toMatch(/^application\/json/);
    const { error } = (await response.json()) as { error: { data: { problem: { message: string } } } };
    return [response.status, error.data.problem.message];
  };
  const tooLarge = [413, "The request is larger than this address takes."];
  expect(await problemOf(trpc.POST(post("/api/trpc/stores.get", large)))).toEqual(tooLarge);
  expect(await problemOf(trpc.POST(inPieces))).toEqual(tooLarge);
  const tooMany = [400, "A request holds at most 20 calls; this one has 21."];
  expect(await problemOf(trpc.POST(batch(21)))).toEqual(tooMany);
  expect(
    await problemOf(trpc.POST(post("/api/trpc/stores.get", "a", { "content-type": "text/plain" }))),
  ).toEqual([400, "The body must be JSON, with the header content-type: application/json."]);
});

/** The methods of a route that may change something. */
const changingMethods = (handlers: Record<string, unknown>) =>
  Object.keys(handlers).filter((method) => /^(?:POST|PUT|PATCH|DELETE)$/.test(method));
/** Every route that answers something other than GET, by its file. */
const routes = globSync("**/route.ts", { cwd: import.meta.dirname }).map(
  async (file): Promise<[string, Record<string, unknown>]> => [
    file,
    await import(/* @vite-ignore */ `./${file}`),
  ],
);
const changing = (await Promise.all(routes)).filter(([, handlers]) => changingMethods(handlers).length > 0);

test.each(changing)(
  "a page of another site may ask nothing of %s that could change something",
  async (file, handlers) => {
    for (const method of changingMethods(handlers)) {
      const handler = handlers[method] as (request: Request) => Promise<Response>; // as Next calls it
      for (const foreign of [
        { origin: "https://evil.example" },
        { origin: "null" },
        { origin: adminUrl, "sec-fetch-site": "cross-site" },
        { "sec-fetch-site": "cross-site" },
        { "sec-fetch-site": "same-site", origin: "http://localhost:3001" },
        // as a form sends it, which needs nobody's leave
        { origin: "https://evil.example", "content-type": "text/plain" },
      ]) {
        const response = await handler(
          new Request(`${adminUrl}/api/${path.dirname(file).replace(/\[.*/, "session.me")}`, {
            method,
            headers: { ...headers, ...foreign },
            body: "{}",
          }),
        );
        expect(response.status, JSON.stringify(foreign)).toBe(403);
        expect(response.headers.get("access-control-allow-origin")).toBeNull();
        expect(await response.text()).toContain("A page of another site may not ask this.");
      }
    }
  },
);

test("a password that cannot be one is refused on its field, and so is what is missing", async () => {
  const faults = async (body: unknown) => {
    const response = await link.POST(post("/api/set-password", body));
    expect(response.status).toBe(400);
    const { problem } = (await response.json()) as {
      problem: { fields: { path: string; message: string }[] };
    };
    return problem.fields.map(({ path, message }) => [path, message]);
  };
  expect(await faults({ token, password: "x".repeat(201) })).toEqual([
    ["password", expect.stringMatching(/128/)],
  ]);
  expect(await faults({ token })).toEqual([["password", "Is required."]]);
  expect(await faults("{")).toEqual([["", expect.any(String)]]);
  expect((await link.POST(post("/api/set-password", { token, password }))).status).toBe(503);
  logged();
});

test("without a mail server nobody gets a link by mail, and it says whom to ask", async () => {
  const response = await forgotten.POST(post("/api/forgot-password", { email }));
  expect(response.status).toBe(403);
  expect(await response.json()).toMatchObject({
    problem: { message: expect.stringContaining("administrator") },
  });
  logged();
});

test("an account is its session's alone: without one 401, on a tablet that sleeps too; what there is no way to do is not found", async () => {
  for (const without of ["", "vc-shared=1", `${cookie}; vc-shared=1`]) {
    const response = await account.POST(post("/api/account/facts", {}, { cookie: without }));
    expect(response.status, without).toBe(401);
  }
  expect((await account.POST(post("/api/account/facts", {}))).status).toBe(503);
  expect((await account.POST(post("/api/account/__proto__", {}))).status).toBe(404);
  expect((await account.POST(post(`/api/account/${email}`, {}))).status).toBe(404);
  expect(logged().map(({ route }) => route)).toContain("/api/account/[action]");
});
