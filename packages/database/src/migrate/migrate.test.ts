import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { afterAll, describe, expect, test } from "vitest";
import { enterprise, newId } from "../index.ts";
import { testDatabase } from "../testing/index.ts";
import { openDatabase } from "../unit-of-work/index.ts";
import { DatabaseRefused, migrate } from "./index.ts";
import { programRoleOf } from "./program-role.ts";
import { versionRefusal } from "./refused.ts";

const { superuserUrl } = await testDatabase();
const server = postgres(superuserUrl, { max: 1, onnotice: () => {} });
const undo: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const step of undo.reverse()) await step();
  await server.end();
});

/** An empty database with an owner of its own; both are dropped after the test file. */
async function emptyDatabase({ createRole = true, encoding = "UTF8" } = {}) {
  const name = `empty_${randomUUID().replaceAll("-", "")}`;
  const owner = `${name}_owner`;
  await server`create role ${server(owner)} login ${createRole ? server`createrole` : server``} password 's3cret/word'`;
  const kept = server.unsafe(`encoding '${encoding}' locale_provider libc locale 'C' template template0`);
  await server`create database ${server(name)} owner ${server(owner)} ${encoding === "UTF8" ? server`` : kept}`;
  undo.push(async () => {
    await server`drop database ${server(name)} with (force)`;
    for (const role of [programRoleOf(name), `${name}_p`, owner])
      await server`drop role if exists ${server(role)}`;
  });
  const url = new URL(superuserUrl);
  url.pathname = `/${name}`;
  url.username = owner;
  url.password = encodeURIComponent("s3cret/word");
  return { name, owner, url: url.href };
}

async function connected<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}

const refusal = async (url: string) => {
  const error: unknown = await migrate(url).then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof DatabaseRefused)) throw error;
  return error.message;
};

describe("an empty database", () => {
  test("becomes the register's, also by three at once, and the program can work in it", async () => {
    const { url, name } = await emptyDatabase();
    const answers = await Promise.all([migrate(url), migrate(url), migrate(url)]);
    const programUrl = answers[0].programUrl;
    expect(new Set(answers.map((answer) => answer.programUrl))).toEqual(new Set([programUrl]));
    expect(new URL(programUrl).username).toBe(`${name}_program`);
    expect(programUrl).not.toContain("cret");

    const database = openDatabase({ url: programUrl });
    const enterpriseId = newId();
    await database.write(enterpriseId, (tx) =>
      tx.insert(enterprise).values({ enterpriseId, name: "Autohaus Nord", createdAt: tx.startedAt }),
    );
    const rows = await database.read(enterpriseId, (tx) => tx.select().from(enterprise));
    await database.close();
    expect(rows).toMatchObject([{ name: "Autohaus Nord" }]);
  });

  test("stays as it is when migrated again", async () => {
    const { url } = await emptyDatabase();
    const first = await migrate(url);
    const schema = () =>
      connected(url, async (sql) => [
        await sql`select * from drizzle.__drizzle_migrations order by id`,
        await sql`
          select relname, relacl::text from pg_class
          where relnamespace in ('public'::regnamespace, 'auth'::regnamespace) order by relname`,
      ]);
    const before = await schema();
    expect(await migrate(url)).toEqual(first);
    expect(await schema()).toEqual(before);
  });

  test("lets the program make no tables there, not even temporary ones", async () => {
    const { url } = await emptyDatabase();
    const { programUrl } = await migrate(url);
    await connected(programUrl, async (sql) => {
      await expect(sql`create table t ()`).rejects.toMatchObject({ code: "42501" });
      await expect(sql`create temporary table t ()`).rejects.toMatchObject({ code: "42501" });
    });
  });

  test("may have a role of a given name for its program", async () => {
    const { url, name } = await emptyDatabase();
    const role = `${name}_p`;
    const { programUrl } = await migrate(url, { programRole: role });
    expect(new URL(programUrl).username).toBe(role);
    await connected(programUrl, (sql) => sql`select from contract`);
  });
});

describe("a database is refused in one sentence", () => {
  test.each([
    [
      "not an address",
      "The address of the database must look like postgres://user:password@host:5432/database.",
    ],
    [
      "mysql://a:b@localhost/c",
      "The address of the database must look like postgres://user:password@host:5432/database.",
    ],
    [
      "postgres://someone:s3cret@127.0.0.1:9/register",
      "No PostgreSQL answers at 127.0.0.1:9/register (ECONNREFUSED): start it, or correct the address.",
    ],
    [
      "postgres://someone:s3cret@no-such-host.invalid/register",
      "No PostgreSQL answers at no-such-host.invalid:5432/register (ENOTFOUND): start it, or correct the address.",
    ],
  ])("at %s", async (url, sentence) => {
    expect(await refusal(url)).toBe(sentence);
  });

  test("when the password is wrong", async () => {
    const { url } = await emptyDatabase();
    const wrong = new URL(url);
    wrong.password = "other";
    const sentence = await refusal(wrong.href);
    expect(sentence).toContain("does not let this user in");
    expect(sentence).not.toContain("other");
  });

  test("when it does not exist", async () => {
    const { url } = await emptyDatabase();
    const missing = new URL(url);
    missing.pathname = "/nowhere";
    expect(await refusal(missing.href)).toContain("There is no such database at");
  });

  test.each(["LATIN1", "SQL_ASCII"])(
    "when it keeps its text as %s, with how to make one that fits",
    async (encoding) => {
      const { url } = await emptyDatabase({ encoding });
      const sentence = await refusal(url);
      expect(sentence).toContain(`keeps its text as ${encoding}`);
      expect(sentence).toContain("encoding 'UTF8' locale 'C' template template0");
    },
  );

  test("when its owner may not create roles", async () => {
    const { url } = await emptyDatabase({ createRole: false });
    expect(await refusal(url)).toContain("may not create roles");
  });

  test("when the user of the address is not its owner", async () => {
    const { url } = await emptyDatabase();
    const { name } = await emptyDatabase();
    const other = new URL(url);
    other.pathname = `/${name}`;
    expect(await refusal(other.href)).toContain("make it the owner");
  });

  test("when a newer program has migrated it", async () => {
    const { url } = await emptyDatabase();
    await migrate(url);
    await connected(
      url,
      (sql) =>
        sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('of a later day', 9999999999999)`,
    );
    expect(await refusal(url)).toContain("by a newer version of the program");
  });

  test("when its schema has another history", async () => {
    const { url } = await emptyDatabase();
    await migrate(url);
    await connected(url, (sql) => sql`update drizzle.__drizzle_migrations set hash = 'another' where id = 1`);
    expect(await refusal(url)).toContain("another history of its schema");
  });

  test("when the program's role could bypass row-level security", async () => {
    const { url, name } = await emptyDatabase();
    await server`create role ${server(programRoleOf(name))} login bypassrls`;
    expect(await refusal(url)).toContain("may do more than the program should");
  });

  test("when the program's role is another's", async () => {
    const { url, name } = await emptyDatabase();
    await server`create role ${server(programRoleOf(name))} login`;
    expect(await refusal(url)).toContain("was made by another user");
  });

  test("when PostgreSQL is older than 15", () => {
    expect(versionRefusal(14, "db:5432/register")?.message).toBe(
      "PostgreSQL at db:5432/register is version 14: version 15 or newer is needed.",
    );
    expect(versionRefusal(15, "db:5432/register")).toBeNull();
  });
});

describe("the program's role", () => {
  test.each(["register", "x".repeat(55), "x".repeat(56), "ü".repeat(31), "register of cars"])(
    "of the database %s has a name PostgreSQL keeps whole",
    (database) => {
      const role = programRoleOf(database);
      expect(Buffer.byteLength(role)).toBeLessThanOrEqual(63);
      expect(role).toMatch(/_program$/);
      expect(role).not.toContain("\uFFFD");
    },
  );

  test("of one long name is not that of another", () => {
    expect(programRoleOf(`${"x".repeat(60)}a`)).not.toBe(programRoleOf(`${"x".repeat(60)}b`));
  });

  test("gets a new password with the owner's", async () => {
    const { url, owner } = await emptyDatabase();
    const { programUrl: before } = await migrate(url);
    await server`alter role ${server(owner)} password 'changed'`;
    const changed = new URL(url);
    changed.password = "changed";
    const { programUrl: after } = await migrate(changed.href);
    expect(after).not.toBe(before);
    await connected(after, (sql) => sql`select from contract`);
    await connected(before, async (sql) => {
      await expect(sql`select from contract`).rejects.toMatchObject({ code: "28P01" });
    });
  });
});
