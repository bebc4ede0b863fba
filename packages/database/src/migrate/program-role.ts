import { createHash, createHmac } from "node:crypto";
import type postgres from "postgres";
import { grants } from "./grants.ts";
import { codeOf, DatabaseRefused } from "./refused.ts";
import { scramVerifier } from "./scram.ts";

/** Held by every session of the program, unless a job sets its own. */
const settings = {
  statement_timeout: "5s",
  lock_timeout: "2s",
  idle_in_transaction_session_timeout: "10s",
  TimeZone: "UTC",
  // Planned for any tenant and any word, once: a plan made for one search is at times a hundred times slower for the
  // next, and planning anew takes longer than most statements. The statements are written to be fast in that plan.
  plan_cache_mode: "force_generic_plan",
};

const longestName = 63; // bytes; PostgreSQL cuts longer ones off in silence

/** `<database>_program`; where that is too long, cut and told apart by a hash. */
export function programRoleOf(database: string): string {
  const name = `${database}_program`;
  if (Buffer.byteLength(name) <= longestName) return name;
  const hash = createHash("sha256").update(database).digest("hex").slice(0, 12);
  const room = longestName - Buffer.byteLength(`_${hash}_program`);
  // A letter cut in two at the end is left out.
  const start = Buffer.from(database)
    .subarray(0, room)
    .toString("utf8")
    .replace(/\uFFFD+$/, "");
  return `${start}_${hash}_program`;
}

/**
 * The program's password, derived from the owner's so that nothing need be stored: who knows the owner's address can
 * do more already. From an address without a password (the server lets in whoever reaches it) there is nothing secret
 * to derive from, and the address itself serves.
 */
export function programPasswordOf(ownerUrl: URL, role: string): string {
  const secret = ownerUrl.password || ownerUrl.href;
  return createHmac("sha256", secret).update(`vehicle-contracts program role ${role}`).digest("base64url");
}

/**
 * Creates the role the program connects as, or brings it up to date: it owns nothing, is a member of nothing, cannot
 * bypass row-level security, and may do with each table what `grants` says.
 */
export async function arrangeProgramRole(sql: postgres.ISql, role: string, password: string): Promise<void> {
  const name = sql(role);
  const salt = createHash("sha256").update(`salt ${role} ${password}`).digest().subarray(0, 16);
  const verifier = scramVerifier(password, salt); // of letters, digits and +/=:$-: it needs no quoting
  const [existing] = await sql<{ strong: boolean }[]>`
    select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication
      or exists (select from pg_auth_members where member = r.oid)
      or exists (select from pg_shdepend where refclassid = 'pg_authid'::regclass and refobjid = r.oid and deptype = 'o') as strong
    from pg_roles r where rolname = ${role}`;
  if (existing?.strong)
    throw new DatabaseRefused(
      `The role ${role} may do more than the program should (it owns something, is a member of a role, or bypasses row-level security): drop it, and it is made anew.`,
    );
  try {
    await sql`${existing ? sql`alter` : sql`create`} role ${name} login noinherit password ${sql.unsafe(`'${verifier}'`)}`;
    for (const [setting, value] of Object.entries(settings))
      await sql`alter role ${name} set ${sql(setting)} = ${sql.unsafe(`'${value}'`)}`;
  } catch (error) {
    if (codeOf(error) !== "42501") throw error;
    throw new DatabaseRefused(
      existing
        ? `The role ${role} was made by another user, so that this one may not change it: drop it, or use the address of the one who made it.`
        : "The user of the address may not create roles: give it CREATEROLE.",
      { cause: error },
    );
  }
  await grantTables(sql, role);
}

async function grantTables(sql: postgres.ISql, role: string): Promise<void> {
  const name = sql(role);
  const [database] = await sql<{ name: string }[]>`select current_database() as name`;
  if (database) {
    await sql`revoke create, temporary on database ${sql(database.name)} from public`;
    await sql`grant connect on database ${sql(database.name)} to ${name}`;
  }
  await sql`revoke create on schema public from public`;
  for (const [schema, tables] of Object.entries(grants)) {
    await sql`grant usage on schema ${sql(schema)} to ${name}`;
    await sql`revoke all on all tables in schema ${sql(schema)} from public, ${name}`;
    for (const [table, rights] of Object.entries(tables))
      await sql`grant ${sql.unsafe(rights)} on ${sql(schema)}.${sql(table)} to ${name}`;
  }
}
