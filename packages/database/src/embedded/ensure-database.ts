import postgres from "postgres";
import type { EmbeddedServer } from "./start-embedded.ts";

export interface DatabaseWanted {
  readonly database: string;
  readonly owner: string;
  readonly password: string;
}

/** The superuser's address of a database of the server. */
export function addressOf({ superuserUrl }: Superuser, database: string): string {
  const url = new URL(superuserUrl);
  url.pathname = `/${encodeURIComponent(database)}`;
  return url.href;
}

/** The same server's address for another user and database. */
function ownersAddressOf(server: Superuser, { database, owner, password }: DatabaseWanted): string {
  const url = new URL(addressOf(server, database));
  url.username = encodeURIComponent(owner);
  url.password = encodeURIComponent(password);
  return url.href;
}

type Superuser = Pick<EmbeddedServer, "superuserUrl">;

export async function databaseExists(server: Superuser, database: string): Promise<boolean> {
  const sql = postgres(server.superuserUrl, { max: 1 });
  try {
    const found = await sql`select 1 from pg_database where datname = ${database}`;
    return found.length > 0;
  } finally {
    await sql.end();
  }
}

/** Whether the table of that database is missing or has no row. The superuser asks: no policy hides rows from it. */
export async function isWithoutRows(server: Superuser, database: string, table: string): Promise<boolean> {
  const sql = postgres(addressOf(server, database), { max: 1 });
  try {
    const [named] = await sql<{ found: string | null }[]>`select to_regclass(${table})::text as found`;
    if (!named?.found) return true;
    const rows = await sql`select 1 from ${sql(table)} limit 1`;
    return rows.length === 0;
  } finally {
    await sql.end();
  }
}

/** Drops the database, if it is there, with whatever is connected to it. */
export async function dropDatabase(server: Superuser, database: string): Promise<void> {
  const sql = postgres(server.superuserUrl, { max: 1, onnotice: () => {} });
  try {
    await sql`drop database if exists ${sql(database)} with (force)`;
  } finally {
    await sql.end();
  }
}

/**
 * Makes the owner (no superuser, may make roles) and the database it owns, where they are missing, and sets the
 * owner's password.
 *
 * @returns the owner's address of the database
 */
export async function ensureDatabase(server: Superuser, wanted: DatabaseWanted): Promise<string> {
  const sql = postgres(server.superuserUrl, { max: 1, onnotice: () => {} });
  const { database, owner, password } = wanted;
  /** Statements that make things take no parameters: the server quotes the names and runs what it put together. */
  const perform = async (template: string, ...names: string[]) => {
    const [made] = await sql<{ statement: string }[]>`
      select format(${template}::text, variadic ${names}::text[]) as statement`;
    if (made) await sql.unsafe(made.statement);
  };
  try {
    const [role] = await sql`select 1 from pg_roles where rolname = ${owner}`;
    if (!role) await perform("create role %I", owner);
    await perform(
      "alter role %I login nosuperuser nocreatedb createrole nobypassrls password %L",
      owner,
      password,
    );
    const [existing] = await sql`select 1 from pg_database where datname = ${database}`;
    if (!existing) await perform("create database %I owner %I", database, owner);
  } finally {
    await sql.end();
  }
  await closeSetConfig(server, database, owner);
  return ownersAddressOf(server, wanted);
}

/**
 * Takes `set_config` from everybody but the owner. The tenant of a transaction is a setting, which the unit of work says
 * by `SET LOCAL`; by this function it could be changed from within any other statement. Only a superuser can take it away.
 */
async function closeSetConfig(server: Superuser, database: string, owner: string): Promise<void> {
  const sql = postgres(addressOf(server, database), { max: 1, onnotice: () => {} });
  try {
    const [open] = await sql`
      select from pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
      where p.oid = 'pg_catalog.set_config(text, text, boolean)'::regprocedure and a.grantee = 0`;
    if (!open) return;
    await sql`grant execute on function pg_catalog.set_config(text, text, boolean) to ${sql(owner)}`;
    await sql`revoke execute on function pg_catalog.set_config(text, text, boolean) from public`;
  } finally {
    await sql.end();
  }
}
