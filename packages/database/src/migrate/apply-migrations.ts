import { setTimeout as wait } from "node:timers/promises";
import type postgres from "postgres";
import type { Migration } from "./read-migrations.ts";
import { codeOf, DatabaseRefused } from "./refused.ts";

/**
 * How long a migration waits for a table that somebody holds. All who come after it wait behind it meanwhile, and the
 * program's sessions wait for two seconds at most: it has to be well below that.
 */
const lockTimeoutMs = 1_000;
/** Between two tries, for those who waited behind the last one to get through. */
const pauseMs = 1_000;

export type Patience = {
  /** Milliseconds from the first try of a migration after which it is not tried again; default a minute. */
  readonly giveUpAfterMs?: number;
  /** Told of each try that found a table held. */
  readonly onHeld?: (tag: string) => void;
};

/**
 * Applies those of the migrations that the database does not have yet, each in a transaction of its own together with
 * its line in the bookkeeping. A migration that would have to wait for a table is undone and tried again, so that
 * nobody is kept waiting behind it. The caller holds the migration lock.
 *
 * Throws DatabaseRefused when a table is still held in the end: that migration and those after it are not done then.
 */
export async function applyMigrations(
  sql: postgres.Sql,
  migrations: readonly Migration[],
  patience: Patience = {},
): Promise<void> {
  const has = (await appliedHashes(sql)).length;
  if (has >= migrations.length) return;
  await sql`create schema if not exists drizzle`;
  await sql`create table if not exists drizzle.__drizzle_migrations (
    id serial primary key, hash text not null, created_at bigint)`;
  for (const migration of migrations.slice(has)) await patiently(sql, migration, patience);
  await sql`reset lock_timeout`;
}

/** Of the migrations that the database has, in their order; none where nobody has migrated it yet. */
export async function appliedHashes(sql: postgres.ISql): Promise<string[]> {
  const [bookkeeping] = await sql<{ there: boolean }[]>`
    select to_regclass('drizzle.__drizzle_migrations') is not null as there`;
  if (!bookkeeping?.there) return [];
  const rows = await sql<{ hash: string }[]>`
    select hash from drizzle.__drizzle_migrations order by created_at, id`;
  return rows.map(({ hash }) => hash);
}

/** Lock not available in time; deadlock. Either way somebody else works there, and the transaction is undone. */
const heldByAnother = new Set(["55P03", "40P01"]);

async function patiently(
  sql: postgres.Sql,
  migration: Migration,
  { giveUpAfterMs = 60_000, onHeld = () => {} }: Patience,
): Promise<void> {
  const until = performance.now() + giveUpAfterMs;
  for (;;) {
    try {
      return await apply(sql, migration);
    } catch (error) {
      if (!heldByAnother.has(codeOf(error) ?? "")) throw error;
      onHeld(migration.tag);
      if (performance.now() + pauseMs > until)
        throw new DatabaseRefused(
          `A table that the migration ${migration.tag} changes has been in use by a long transaction all the time (${Math.round(giveUpAfterMs / 1_000)} s): end it (pg_stat_activity shows it) or wait for its end, then start again. Nothing of this migration was done.`,
          { cause: error },
        );
    }
    await wait(pauseMs);
  }
}

const concurrently = /^\s*(?:create\s+(?:unique\s+)?|drop\s+)index\s+concurrently\b/im;

async function apply(sql: postgres.Sql, migration: Migration): Promise<void> {
  const done = (session: postgres.ISql) => session`
    insert into drizzle.__drizzle_migrations (hash, created_at) values (${migration.hash}, ${migration.when})`;
  // An index that is made while others write cannot be made in a transaction, and holds nobody up while it waits. Such a
  // migration can be done anew from its start (migration-dangers.ts sees to it).
  if (migration.statements.some((statement) => concurrently.test(statement))) {
    await sql`set lock_timeout = 0`;
    for (const statement of migration.statements) await sql.unsafe(statement);
    await done(sql);
    return;
  }
  await sql.unsafe(`set lock_timeout = ${lockTimeoutMs}`);
  await sql.begin(async (transaction) => {
    for (const statement of migration.statements) await transaction.unsafe(statement);
    await done(transaction);
  });
}
