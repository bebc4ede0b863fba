import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { type Database, type DatabaseOptions, openDatabase } from "../unit-of-work/index.ts";
import { serverVariables } from "./test-server.ts";

/** A database of a test file's own, as migrated, without a row. */
export type TestDatabase = {
  /** Its address as the program's role. */
  programUrl: string;
  /** As the owner of the tables, who is held to the policies too. */
  ownerUrl: string;
  /** As the superuser, who is not. */
  superuserUrl: string;
  /** The unit of work, closed after the test file. */
  database: Database;
  /** The unit of work with row-level security off, to test that each statement names its tenant itself. */
  withoutPolicies: Database;
  /** Another unit of work as the program, with other settings; closed after the test file. */
  open(options?: Omit<DatabaseOptions, "url">): Database;
};

/**
 * Copies the migrated template for one test file, at the top level of which it is to be called:
 * `const { database } = await testDatabase();`. The copy is dropped after the file's last test.
 */
export async function testDatabase(options: Omit<DatabaseOptions, "url"> = {}): Promise<TestDatabase> {
  const { afterAll } = await import("vitest");
  const { close, ...database } = await copyOfTemplate(options);
  afterAll(close);
  return database;
}

/** The same where no test runs: `close` drops the copy. */
export async function copyOfTemplate(
  options: Omit<DatabaseOptions, "url"> = {},
): Promise<TestDatabase & { close(): Promise<void> }> {
  const template = nameOf(variable(serverVariables.superuser));
  const copy = `test_${randomUUID().replaceAll("-", "")}`;
  const [superuserUrl, ownerUrl, programUrl] = [
    serverVariables.superuser,
    serverVariables.owner,
    serverVariables.program,
  ].map((name) => onDatabase(variable(name), copy)) as [string, string, string]; // as many as there are names
  const opened: Database[] = [];
  const openAt = (url: string, others: Omit<DatabaseOptions, "url"> = {}) => {
    const database = openDatabase({ url, max: 4, ...options, ...others });
    opened.push(database);
    return database;
  };
  const maintenance = onDatabase(superuserUrl, "postgres");
  await asSuperuser(maintenance, async (sql) => {
    const owner = new URL(ownerUrl).username;
    await sql`create database ${sql(copy)} template ${sql(template)} owner ${sql(owner)} strategy file_copy`;
    // What `migrate` takes away from everybody, and a copy does not copy.
    await sql`revoke create, temporary on database ${sql(copy)} from public`;
  });
  return {
    async close() {
      await Promise.all(opened.map((database) => database.close()));
      await asSuperuser(maintenance, (sql) => sql`drop database ${sql(copy)} with (force)`);
    },
    superuserUrl,
    ownerUrl,
    programUrl,
    database: openAt(programUrl),
    withoutPolicies: openAt(superuserUrl),
    open: (others) => openAt(programUrl, others),
  };
}

function variable(name: string): string {
  const value = process.env[name];
  if (value) return value;
  throw new Error(
    `${name} is not set: name "@vehicle-contracts/database/testing/vitest-setup" as globalSetup in vitest.config.ts.`,
  );
}

const nameOf = (url: string) => decodeURIComponent(new URL(url).pathname.slice(1));

function onDatabase(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}

async function asSuperuser(url: string, work: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await work(sql);
  } finally {
    await sql.end();
  }
}
