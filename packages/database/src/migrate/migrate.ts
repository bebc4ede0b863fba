import { fileURLToPath } from "node:url";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { arrangeProgramRole, programPasswordOf, programRoleOf } from "./program-role.ts";
import { codeOf, DatabaseRefused, placeOf, refusalOf, versionRefusal } from "./refused.ts";

const migrationsFolder = fileURLToPath(new URL("../../migrations", import.meta.url));
/** Any number, the same in every version of the program: who holds it migrates. */
const migrationLock = 7_261_540_118n;

/**
 * Brings the database at `ownerUrl` to this program's schema and arranges the role the program connects as
 * (default: named after the database). Answers the address for `openDatabase`. Several at once are fine: one works,
 * the others wait for it, at most a minute. Throws DatabaseRefused, whose message says in one sentence what is wrong.
 */
export async function migrate(
  ownerUrl: string,
  options: { programRole?: string } = {},
): Promise<{ programUrl: string }> {
  const url = parsed(ownerUrl);
  const place = placeOf(url);
  const sql = postgres(ownerUrl, {
    max: 1,
    connect_timeout: 5,
    idle_timeout: 0,
    max_lifetime: null, // the lock is the session's: it must not be exchanged under way
    onnotice: () => {},
    connection: { application_name: "vehicle-contracts migrate", TimeZone: "UTC" },
  });
  try {
    const database = await inspected(sql, place);
    const role = options.programRole ?? programRoleOf(database);
    const password = programPasswordOf(url, role);
    await locked(sql, place, async () => {
      await refuseUnknownSchema(sql, place);
      await applyMigrations(drizzle({ client: sql }), { migrationsFolder });
      await sql.begin((transaction) => arrangeProgramRole(transaction, role, password));
    });
    const programUrl = new URL(url);
    programUrl.username = encodeURIComponent(role);
    programUrl.password = password;
    return { programUrl: programUrl.href };
  } catch (error) {
    if (error instanceof DatabaseRefused) throw error;
    throw refusalOf(error, place) ?? error;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

function parsed(ownerUrl: string): URL {
  const url = URL.parse(ownerUrl);
  if (url === null || !/^postgres(ql)?:$/.test(url.protocol))
    throw new DatabaseRefused(
      "The address of the database must look like postgres://user:password@host:5432/database.",
    );
  return url;
}

/** The name of a database that this program can use. */
async function inspected(sql: postgres.Sql, place: string): Promise<string> {
  const [server] = await sql<
    { version: number; database: string; encoding: string; mayCreateRoles: boolean }[]
  >`
    select current_setting('server_version_num')::int / 10000 as version, current_database() as database,
      current_setting('server_encoding') as encoding,
      (select rolsuper or rolcreaterole from pg_roles where rolname = current_user) as "mayCreateRoles"`;
  if (!server) throw new Error("PostgreSQL answered nothing about itself.");
  const tooOld = versionRefusal(server.version, place);
  if (tooOld) throw tooOld;
  if (server.encoding !== "UTF8")
    throw new DatabaseRefused(
      `The database at ${place} keeps its text as ${server.encoding}, which has not every letter of a name: it must be UTF8. Make one with: create database register owner register encoding 'UTF8' locale 'C' template template0;`,
    );
  if (!server.mayCreateRoles)
    throw new DatabaseRefused(
      `The user of the address may not create roles at ${place}, and the program needs one of its own: give it CREATEROLE.`,
    );
  return server.database;
}

async function locked(sql: postgres.Sql, place: string, work: () => Promise<void>): Promise<void> {
  await sql`set lock_timeout = '60s'`;
  try {
    await sql`select pg_advisory_lock(${migrationLock.toString()}::bigint)`;
  } catch (error) {
    if (codeOf(error) !== "55P03") throw error;
    throw new DatabaseRefused(
      `Another program has been migrating the database at ${place} for over a minute: try again when it is done.`,
      { cause: error },
    );
  }
  // A migration that must wait for a table gives up, rather than make everybody behind it wait too.
  await sql`set lock_timeout = '5s'`;
  await work();
  await sql`select pg_advisory_unlock(${migrationLock.toString()}::bigint)`;
}

/** Refuses a database whose schema this program does not know: a newer version's, or another history. */
async function refuseUnknownSchema(sql: postgres.Sql, place: string): Promise<void> {
  const [bookkeeping] = await sql<{ there: boolean }[]>`
    select to_regclass('drizzle.__drizzle_migrations') is not null as there`;
  if (!bookkeeping?.there) return;
  const applied = await sql<
    { hash: string }[]
  >`select hash from drizzle.__drizzle_migrations order by created_at, id`;
  const known = readMigrationFiles({ migrationsFolder });
  if (known.some(({ hash }, index) => index < applied.length && applied[index]?.hash !== hash))
    throw new DatabaseRefused(
      `The database at ${place} was made by a version of the program with another history of its schema: use that version, or an empty database.`,
    );
  if (applied.length > known.length)
    throw new DatabaseRefused(
      `The database at ${place} was made by a newer version of the program than this one: use that version.`,
    );
}
