import { once } from "node:events";
import type { Writable } from "node:stream";
import { finished } from "node:stream/promises";
import postgres from "postgres";
import { applyMigrations } from "../migrate/apply-migrations.ts";
import { readMigrations } from "../migrate/read-migrations.ts";
import { DatabaseRefused } from "../migrate/refused.ts";
import { backupSession } from "./backup-session.ts";
import {
  copied,
  type ExportedRegister,
  type ExportedTable,
  quotedName,
  shapesOf,
} from "./export-register.ts";

export type RowsOfTable = { readonly table: string; readonly rows: Buffer };

/** Why this program cannot take a register that these migrations made; null where it can, as its own or an older one. */
export function backupRefusal(migrations: readonly string[]): string | null {
  const known = readMigrations();
  if (known.some(({ hash }, index) => index < migrations.length && migrations[index] !== hash))
    return "its schema has another history than this version's";
  if (migrations.length > known.length)
    return `its schema is ${migrations.length}, and this version knows ${known.length}: it was made by a newer version`;
  return null;
}

/**
 * Fills an empty database with an exported register: makes the schema it had, takes in its rows, counts them, and checks
 * every foreign key anew. All rows or none.
 *
 * @param ownerUrl the owner of the schema
 * @param superuserUrl the same database for the one who writes rows of every enterprise
 * @throws DatabaseRefused where the rows are not what the register says
 */
export async function importRegister(
  { ownerUrl, superuserUrl }: { ownerUrl: string; superuserUrl: string },
  register: Pick<ExportedRegister, "migrations" | "tables">,
  rows: AsyncIterable<RowsOfTable>,
): Promise<void> {
  const refusal = backupRefusal(register.migrations);
  if (refusal !== null) throw new DatabaseRefused(`The backup cannot be restored: ${refusal}.`);
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await applyMigrations(owner, readMigrations().slice(0, register.migrations.length));
  } finally {
    await owner.end();
  }
  const sql = backupSession(superuserUrl);
  try {
    await sql.begin(async (transaction) => {
      requireSameTables(await shapesOf(transaction), register.tables);
      const keys = await withoutForeignKeys(transaction);
      await copyIn(transaction, register.tables, rows);
      for (const add of keys) await transaction.unsafe(add);
      for (const table of register.tables) await requireRows(transaction, table);
    });
    await sql`analyze`;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

function requireSameTables(
  there: Awaited<ReturnType<typeof shapesOf>>,
  given: readonly ExportedTable[],
): void {
  const text = (tables: readonly { name: string; columns: readonly string[] }[]) =>
    tables.map(({ name, columns }) => `${name} (${columns.join(", ")})`).join("; ");
  if (text(there) !== text(given))
    throw new DatabaseRefused("The backup cannot be restored: its tables are not those of its schema.");
}

/** Drops the foreign keys, since tables are filled one after the other; answers the statements that make them again. */
async function withoutForeignKeys(sql: postgres.ISql): Promise<string[]> {
  const keys = await sql<{ drop: string; add: string }[]>`
    select format('alter table %s drop constraint %I', k.conrelid::regclass, k.conname) as drop,
      format('alter table %s add constraint %I %s', k.conrelid::regclass, k.conname, pg_get_constraintdef(k.oid)) as add
    from pg_constraint k join pg_namespace n on n.oid = k.connamespace
    where k.contype = 'f' and n.nspname in ('auth', 'public') order by 1`;
  for (const { drop } of keys) await sql.unsafe(drop);
  return keys.map(({ add }) => add);
}

type OpenCopy = { readonly table: string; readonly stream: Writable; readonly done: Promise<void> };

async function copyIn(
  sql: postgres.ISql,
  tables: readonly ExportedTable[],
  rows: AsyncIterable<RowsOfTable>,
): Promise<void> {
  const begun = async (table: string): Promise<OpenCopy> => {
    const shape = tables.find(({ name }) => name === table);
    if (!shape) throw new DatabaseRefused(`The backup has rows of ${table}, which it does not name.`);
    const stream = await sql.unsafe(`${copied(shape)} from stdin`).writable();
    const done = finished(stream);
    done.catch(() => {}); // told where it is waited for
    return { table, stream, done };
  };
  const ended = async (copy: OpenCopy | null) => {
    copy?.stream.end();
    await copy?.done;
  };
  let copy: OpenCopy | null = null;
  for await (const { table, rows: chunk } of rows) {
    if (copy === null || copy.table !== table) {
      await ended(copy);
      copy = await begun(table);
    }
    if (!copy.stream.write(chunk)) await Promise.race([once(copy.stream, "drain"), copy.done]);
  }
  await ended(copy);
}

async function requireRows(sql: postgres.ISql, table: ExportedTable): Promise<void> {
  const [there] = await sql.unsafe<{ rows: string }[]>(
    `select count(*)::text as rows from ${quotedName(table)}`,
  );
  if (Number(there?.rows) !== table.rows)
    throw new DatabaseRefused(
      `The backup should have ${table.rows} rows of ${table.name}, and has ${there?.rows}.`,
    );
}
