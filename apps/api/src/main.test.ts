import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import type { Readable } from "node:stream";
import { testDatabase } from "@vehicle-contracts/database/testing";
import { openDatabase } from "@vehicle-contracts/database/unit-of-work";
import { afterEach, expect, test } from "vitest";
import { anEnterprise, secret, tokenForm } from "./testing/a-register.ts";

const { database, programUrl, ownerUrl } = await testDatabase();
const { enterpriseId, client, storeId } = await anEnterprise(database);
// The role waits for a lock for 2 s at most, which a busy machine may need between two steps of the test.
const patientUrl = `${programUrl}?lock_timeout=7000&statement_timeout=7000`;

const { PATH = "", NODE_COMPILE_CACHE } = process.env;

type Program = ChildProcessByStdio<null, Readable, Readable>;
const started: Program[] = [];
afterEach(() => {
  for (const program of started.splice(0)) program.kill("SIGKILL");
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address !== null ? address.port : 0;
}

const settings = (port: number | string) => ({
  PROGRAM_DATABASE_URL: patientUrl,
  AUTH_SECRET: secret,
  ADMIN_URL: "http://localhost:3000",
  API_URL: `http://localhost:${port}`,
  API_PORT: String(port),
  HOST: "127.0.0.1",
  // They would wait for the locks that a test takes, as its own requests do.
  JOBS: "off",
});

function start(environment: Record<string, string>) {
  const program: Program = spawn(process.execPath, ["src/main.ts"], {
    cwd: new URL("..", import.meta.url),
    env: { PATH, ...(NODE_COMPILE_CACHE ? { NODE_COMPILE_CACHE } : {}), ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  started.push(program);
  let output = "";
  for (const stream of [program.stdout, program.stderr])
    stream.on("data", (chunk) => {
      output += String(chunk);
    });
  const ended = once(program, "exit").then(([code]) => code as number | null);
  return { program, ended, output: () => output };
}

async function aRunningApi(more: Record<string, string> = {}) {
  const port = await freePort();
  const api = start({ ...settings(port), ...more });
  const url = `http://127.0.0.1:${port}`;
  await expect
    .poll(
      async () => {
        const response = await fetch(`${url}/readyz`).catch(() => null);
        return response?.status ?? api.output();
      },
      { timeout: 20_000 },
    )
    .toBe(200);
  return { ...api, url };
}

test.each(["SIGTERM", "SIGINT"] as const)(
  "%s: what was accepted is finished, nothing more is accepted, and the process ends with 0",
  async (signal) => {
    const { url, program, ended, output } = await aRunningApi();
    const form = { "content-type": "application/x-www-form-urlencoded" };
    const granted = await fetch(`${url}/oauth/token`, {
      method: "POST",
      headers: form,
      body: tokenForm(client),
    });
    const { access_token: token } = (await granted.json()) as { access_token: string };

    const held = Promise.withResolvers<void>();
    const release = Promise.withResolvers<void>();
    const lock = database.write(enterpriseId, async (tx) => {
      await tx.execute("lock table store in access exclusive mode");
      held.resolve();
      await release.promise;
    });
    const waiting = async () => {
      const question = "select 1 from pg_locks where not granted and relation = 'store'::regclass";
      return (await database.signIn.execute(question)).length;
    };
    await held.promise;
    const accepted = fetch(`${url}/trpc/stores.get`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      body: JSON.stringify({ storeId }),
    });
    await expect.poll(waiting).toBe(1);
    program.kill(signal);
    await expect
      .poll(() =>
        fetch(`${url}/healthz`).then(
          ({ status }) => status,
          () => "refused",
        ),
      )
      .toBe("refused");
    release.resolve();
    await lock;
    const response = await accepted;
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ result: { data: { storeId } } });
    expect(await ended).toBe(0);
    expect(output()).toContain('"stopped"');
  },
  60_000,
);

test.each([
  ["", 429],
  ["127.0.0.1", 401],
])(
  "who asks is told by proxies of ours alone: TRUSTED_PROXIES=%s",
  async (proxies, status) => {
    const { url } = await aRunningApi({ TRUSTED_PROXIES: proxies });
    const body = tokenForm({ ...client, clientSecret: "wrong" });
    const form = { "content-type": "application/x-www-form-urlencoded" };
    const guess = async (from: string) =>
      (
        await fetch(`${url}/oauth/token`, {
          method: "POST",
          headers: { ...form, "x-forwarded-for": from },
          body,
        })
      ).status;
    await expect.poll(() => guess("203.0.113.1"), { timeout: 20_000 }).toBe(429);
    expect(await guess("203.0.113.2")).toBe(status);
  },
  60_000,
);

test("a missing or wrong setting is named on standard error, and the process ends with 1", async () => {
  const { ended, output } = start({ API_PORT: "not a port" });
  expect(await ended).toBe(1);
  for (const name of ["PROGRAM_DATABASE_URL", "AUTH_SECRET", "API_PORT"]) expect(output()).toContain(name);
});

test("a taken port ends the process with 1, and no address of the database is shown", async () => {
  const { url, output: first } = await aRunningApi();
  const second = start(settings(new URL(url).port));
  expect(await second.ended).toBe(1);
  expect(second.output()).toContain("EADDRINUSE");
  for (const output of [first(), second.output()]) expect(output).not.toContain(new URL(programUrl).password);
});

test("a register of a newer schema ends the process with 1 before it listens, and in one sentence", async () => {
  const owner = openDatabase({ url: ownerUrl, max: 1 });
  await owner.signIn.execute(
    "insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', 9999999999999)",
  );
  const { ended, output } = start(settings(await freePort()));
  expect(await ended).toBe(1);
  expect(output()).toMatch(/^This program wants schema .*: this program is older than the register\..*\n$/);
  await owner.signIn.execute("delete from drizzle.__drizzle_migrations where hash = 'later'");
  await owner.close();
});
