import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import postgres from "postgres";
import { afterEach, expect, test, vi } from "vitest";
import { findBinaries } from "./binaries.ts";
import {
  databaseExists,
  dropDatabase,
  EmbeddedError,
  type EmbeddedOptions,
  type EmbeddedServer,
  ensureDatabase,
  isWithoutRows,
  startEmbedded,
} from "./index.ts";

vi.setConfig({ testTimeout: 60_000 });

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const clean of cleanups.splice(0).reverse()) await clean();
});

async function aFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "embedded-"));
  cleanups.push(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function aServer(options: Partial<EmbeddedOptions> & { dataDir: string }): Promise<EmbeddedServer> {
  const server = await startEmbedded({ durable: false, ...options });
  cleanups.push(() => server.stop());
  return server;
}

async function ask(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const sql = postgres(url, { max: 1, connect_timeout: 5 });
  try {
    return await sql.unsafe(statement);
  } finally {
    await sql.end();
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function pidOf(dataDir: string): Promise<number> {
  const file = await readFile(path.join(dataDir, "postgres", "data", "postmaster.pid"), "utf8");
  return Number(file.split("\n")[0]);
}

test("a database and its owner are made once, and a second start finds what was stored", async () => {
  const dataDir = await aFolder();
  const wanted = { database: "register", owner: "register_owner", password: "o'w%n er/" };
  const first = await aServer({ dataDir });
  const url = await ensureDatabase(first, wanted);
  await ask(url, "create table kept (word text); insert into kept values ('Ünïcode')");
  await first.stop();

  const second = await aServer({ dataDir });
  const again = await ensureDatabase(second, wanted);
  expect(await ask(again, "select upper(word) as word from kept")).toEqual([{ word: "ÜNÏCODE" }]);
});

test("the owner is no superuser, may make roles and owns its database, which is UTF-8 ordered by code point", async () => {
  const server = await aServer({ dataDir: await aFolder() });
  const url = await ensureDatabase(server, { database: "d", owner: "o", password: "p" });
  const [owner] = await ask(
    url,
    `select rolsuper, rolcreaterole, rolcreatedb, rolbypassrls, pg_get_userbyid(datdba) as owner,
            pg_encoding_to_char(encoding) as encoding, datlocprovider, datlocale
       from pg_roles, pg_database where rolname = current_user and datname = current_database()`,
  );
  expect(owner).toEqual({
    ...{ rolsuper: false, rolcreaterole: true, rolcreatedb: false, rolbypassrls: false, owner: "o" },
    ...{ encoding: "UTF8", datlocprovider: "b", datlocale: "C.UTF-8" },
  });
});

test("nobody gets in without the password, which only the owner of the folder can read", async () => {
  const dataDir = await aFolder();
  const server = await aServer({ dataDir });
  const wrong = server.superuserUrl.replace(/:[^:@]+@/, ":wrong@");
  await expect(ask(wrong, "select 1")).rejects.toThrow(/password authentication failed/);
  const home = path.join(dataDir, "postgres");
  expect((await stat(home)).mode & 0o777).toBe(0o700);
  expect((await stat(path.join(home, "password"))).mode & 0o777).toBe(0o600);
});

test("it listens on the loopback address alone, and on no socket file", async () => {
  const server = await aServer({ dataDir: await aFolder() });
  const settings = await ask(
    server.superuserUrl,
    "select name, setting from pg_settings where name in ('listen_addresses', 'unix_socket_directories') order by name",
  );
  expect(settings.map((row) => row.setting)).toEqual(["127.0.0.1", ""]);
});

test("what is to last is forced to disk; only tests go without", async () => {
  const dataDir = await aFolder();
  const lasting = await aServer({ dataDir, durable: true });
  expect(await ask(lasting.superuserUrl, "show fsync")).toEqual([{ fsync: "on" }]);
  await lasting.stop();
  const quick = await aServer({ dataDir });
  expect(await ask(quick.superuserUrl, "show fsync")).toEqual([{ fsync: "off" }]);
});

test("its log holds no value of a statement that failed, only what befell the server itself", async () => {
  const dataDir = await aFolder();
  const { superuserUrl } = await aServer({ dataDir });
  await ask(superuserUrl, "create table person (name text primary key)");
  await ask(superuserUrl, "insert into person values ('Ann Advisor')");
  await expect(ask(superuserUrl, "insert into person values ('Ann Advisor')")).rejects.toThrow("person_pkey");
  await expect(ask(superuserUrl, "select 'Ann Advisor'::int")).rejects.toThrow("Ann Advisor");
  const log = await readFile(path.join(dataDir, "postgres", "log"), "utf8");
  expect(log).toContain("ready to accept connections");
  expect(log).not.toContain("Ann");
});

test("the server of a run that was killed is stopped first, and what it had committed is there", async () => {
  const dataDir = await aFolder();
  // Started by hand, so that nothing stops it with its parent: as after a kill of everything but PostgreSQL.
  const made = await aServer({ dataDir, durable: true });
  await ask(made.superuserUrl, "create table kept (n int)");
  await made.stop();
  const left = await leftBehind(dataDir);
  const told: string[] = [];

  const server = await aServer({ dataDir, durable: true, log: (sentence) => told.push(sentence) });
  await expect.poll(() => isAlive(left), { timeout: 20_000 }).toBe(false);
  expect(await pidOf(dataDir)).not.toBe(left);
  expect(told).toEqual(["Stopped the database that an earlier run had left."]);
  expect(await ask(server.superuserUrl, "select count(*)::int as n from kept")).toEqual([{ n: 0 }]);
});

async function leftBehind(dataDir: string): Promise<number> {
  const holder = spawn(process.execPath, ["--input-type=module", "-e", starter], {
    env: { ...process.env, DATA: dataDir, MODULE: path.join(import.meta.dirname, "index.ts") },
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(holder.stdout, "data");
  const pid = await pidOf(dataDir);
  const guards = (await readdir("/proc").catch(() => [])).filter((name) => /^\d+$/.test(name));
  for (const name of guards) {
    const command = await readFile(`/proc/${name}/cmdline`, "utf8").catch(() => "");
    if (command.split("\0").slice(-3, -1).join(" ") === `postgres-guard ${pid}`)
      process.kill(Number(name), "SIGKILL");
  }
  holder.kill("SIGKILL");
  await once(holder, "exit");
  expect(isAlive(pid)).toBe(true);
  return pid;
}

const starter = `
  const { startEmbedded } = await import(process.env.MODULE);
  await startEmbedded({ dataDir: process.env.DATA, durable: true });
  console.log("up");`;

test("a server ends when the program that started it is killed", async () => {
  const dataDir = await aFolder();
  const holder = spawn(process.execPath, ["--input-type=module", "-e", starter], {
    env: { ...process.env, DATA: dataDir, MODULE: path.join(import.meta.dirname, "index.ts") },
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(holder.stdout, "data");
  const pid = await pidOf(dataDir);
  holder.kill("SIGKILL");
  await expect.poll(() => isAlive(pid), { timeout: 20_000 }).toBe(false);
});

test("a process id that another program has by now is left alone", async () => {
  const dataDir = await aFolder();
  const first = await aServer({ dataDir });
  await first.stop();
  const innocent = spawn("sleep", ["600"]);
  cleanups.push(async () => innocent.kill("SIGKILL"));
  const file = path.join(dataDir, "postgres", "data", "postmaster.pid");
  await writeFile(file, `${innocent.pid}\n${path.dirname(file)}\n1\n5432\n\n127.0.0.1\n   1 1\nready   \n`);

  const second = await aServer({ dataDir });
  expect(await ask(second.superuserUrl, "select 1 as n")).toEqual([{ n: 1 }]);
  expect(innocent.exitCode ?? innocent.signalCode).toBeNull();
});

test("a half-made cluster of a killed run is made anew", async () => {
  const dataDir = await aFolder();
  const half = path.join(dataDir, "postgres.making");
  await writeFile(half, "not even a folder");
  const server = await aServer({ dataDir });
  expect(await ask(server.superuserUrl, "select 1 as n")).toEqual([{ n: 1 }]);
  expect(await readdir(dataDir)).toEqual(["postgres"]);
});

test("a database is there until it is dropped, also while somebody uses it", async () => {
  const server = await aServer({ dataDir: await aFolder() });
  const url = await ensureDatabase(server, { database: "short-lived", owner: "o", password: "p" });
  const user = postgres(url, { max: 1 });
  await user`select 1`;
  expect(await databaseExists(server, "short-lived")).toBe(true);
  await dropDatabase(server, "short-lived");
  expect(await databaseExists(server, "short-lived")).toBe(false);
  await user.end();
});

test("a table has no rows while it is missing or empty", async () => {
  const server = await aServer({ dataDir: await aFolder() });
  const url = await ensureDatabase(server, { database: "d", owner: "o", password: "p" });
  expect(await isWithoutRows(server, "d", "hidden")).toBe(true);
  await ask(
    url,
    "create table hidden (n int); alter table hidden enable row level security, force row level security",
  );
  expect(await isWithoutRows(server, "d", "hidden")).toBe(true);
  await ask(server.superuserUrl.replace(/postgres$/, "d"), "insert into hidden values (1)");
  expect(await ask(url, "select * from hidden")).toEqual([]);
  expect(await isWithoutRows(server, "d", "hidden")).toBe(false);
});

test("a port that is taken is said in one sentence", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  cleanups.push(async () => other.close());
  const address = other.address();
  const port = address !== null && typeof address === "object" ? address.port : 0;
  const start = aServer({ dataDir: await aFolder(), port });
  await expect(start).rejects.toThrow(EmbeddedError);
  await expect(start).rejects.toThrow(/did not start: could not (create|bind)/);
});

test("a system without an embedded PostgreSQL is told what to set instead", async () => {
  await expect(findBinaries("sunos-sparc")).rejects.toThrow(
    "There is no embedded PostgreSQL for sunos-sparc. Set DATABASE_URL to a PostgreSQL 15 or newer of your own.",
  );
});
