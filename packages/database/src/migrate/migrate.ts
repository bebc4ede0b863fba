import postgres from "postgres";
import { applyMigrations } from "./apply-migrations.ts";
import { knownSchema } from "./known-schema.ts";
import { withMigrationLock } from "./migration-lock.ts";
import { arrangeProgramRole, programPasswordOf, programRoleOf } from "./program-role.ts";
import { readMigrations } from "./read-migrations.ts";
import { DatabaseRefused, placeOf, refusalOf, versionRefusal } from "./refused.ts";

/**
 * Brings the database at `ownerUrl` to this program's schema and arranges the role the program connects as
 * (default: named after the database). Answers the address for `openDatabase`. Several at once are fine: one works,
 * the others wait for it, at most a minute. A migration that finds a table held lets go and tries again, at most a minute:
 * it is safe while the program is used. Throws DatabaseRefused, whose message says in one sentence what is wrong.
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
    await withMigrationLock(sql, { place }, async () => {
      const migrations = readMigrations();
      await knownSchema(sql, place, migrations);
      await applyMigrations(sql, migrations);
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
