import { pipeline } from "node:stream/promises";
import type postgres from "postgres";
import { appliedHashes } from "../migrate/apply-migrations.ts";
import { withMigrationLock } from "../migrate/migration-lock.ts";
import { DatabaseRefused, placeOf } from "../migrate/refused.ts";
import { backupSession } from "./backup-session.ts";

/** A table of the register, with its columns as rows are written. */
export type TableShape = { readonly name: string; readonly columns: readonly string[] };
export type ExportedTable = TableShape & { readonly rows: number };

export type ExportedRegister = {
  /** PostgreSQL's version: "18.4". */
  readonly server: string;
  /** Hashes of the migrations that made the schema, in their order. */
  readonly migrations: readonly string[];
  readonly tables: readonly ExportedTable[];
};

export type ExportSink = {
  /** How many bytes there will be, by what the tables take on the disk. */
  readonly onBegin?: (bytes: number) => void;
  /** Rows of a table, whole ones, in PostgreSQL's text format of COPY; some megabytes at most. */
  readonly onRows: (table: string, rows: Buffer) => Promise<void>;
  /** Ends it, with nothing left behind. */
  readonly signal?: AbortSignal;
};

/**
 * Tables whose rows are left out: who is signed in, tokens that were issued, links and codes on their way. They end by
 * themselves within days, a copy of them would let its finder in, and what was ended since would be alive again.
 */
const leftOut = ["auth.session", "auth.api_token", "auth.verification"];
const chunkBytes = 1_048_576;

/**
 * Reads all rows of the register in one snapshot, while others write: what it gives is one state of the database. Reads
 * as the superuser, from whom no policy hides a row; changes nothing; migrations wait for it.
 *
 * Throws DatabaseRefused, and what `onRows` throws.
 */
export async function exportRegister(
  superuserUrl: string,
  { onBegin = () => {}, onRows, signal }: ExportSink,
): Promise<ExportedRegister> {
  const sql = backupSession(superuserUrl);
  const place = placeOf(new URL(superuserUrl));
  try {
    return await withMigrationLock(sql, { place, shared: true }, () =>
      sql.begin("isolation level repeatable read read only", async (snapshot) => {
        const migrations = await appliedHashes(snapshot);
        if (migrations.length === 0)
          throw new DatabaseRefused(`There is no register in the database at ${place}.`);
        const shapes = await shapesOf(snapshot);
        onBegin(await bytesOf(snapshot, shapes));
        const tables: ExportedTable[] = [];
        for (const shape of shapes) {
          const rows = leftOut.includes(shape.name) ? 0 : await copyOut(snapshot, shape, onRows, signal);
          tables.push({ ...shape, rows });
        }
        const [about] = await snapshot<{ server: string }[]>`
          select split_part(current_setting('server_version'), ' ', 1) as server`;
        return { server: about?.server ?? "", migrations, tables };
      }),
    );
  } finally {
    await sql.end({ timeout: 0 });
  }
}

/** All tables of the register with their columns, but those that PostgreSQL computes. */
export async function shapesOf(sql: postgres.ISql): Promise<TableShape[]> {
  return sql<TableShape[]>`
    select n.nspname || '.' || c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where n.nspname in ('auth', 'public') and c.relkind in ('r', 'p') and not c.relispartition
    group by 1 order by 1`;
}

async function bytesOf(sql: postgres.ISql, shapes: readonly TableShape[]): Promise<number> {
  const names = shapes.map(quotedName);
  const [sum] = await sql<{ bytes: string }[]>`
    select coalesce(sum(pg_table_size(name::regclass)), 0)::text as bytes from unnest(${names}::text[]) name`;
  return Number(sum?.bytes ?? 0);
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
export const quotedName = ({ name }: TableShape): string => name.split(".").map(quoted).join(".");
export const copied = (shape: TableShape): string =>
  `copy ${quotedName(shape)} (${shape.columns.map(quoted).join(", ")})`;

/** Resolves with the number of rows, which is the table's. */
async function copyOut(
  sql: postgres.ISql,
  shape: TableShape,
  onRows: ExportSink["onRows"],
  signal?: AbortSignal,
): Promise<number> {
  const source = await sql.unsafe(`${copied(shape)} to stdout`).readable();
  let rows = 0;
  let waiting: Buffer[] = [];
  let bytes = 0;
  const flush = async () => {
    if (bytes === 0) return;
    const chunk = Buffer.concat(waiting, bytes);
    [waiting, bytes] = [[], 0];
    await onRows(shape.name, chunk);
  };
  await pipeline(
    source,
    async (lines: AsyncIterable<Buffer>) => {
      // PostgreSQL sends a line in a piece; the end of a line within a value is written as \n.
      for await (const line of lines) {
        waiting.push(Buffer.from(line));
        bytes += line.length;
        rows += linesIn(line);
        if (bytes >= chunkBytes) await flush();
      }
      await flush();
    },
    ...(signal ? [{ signal }] : []),
  );
  // A COPY that was cut off must not pass for a whole one.
  const [there] = await sql.unsafe<{ rows: string }[]>(
    `select count(*)::text as rows from ${quotedName(shape)}`,
  );
  if (Number(there?.rows) !== rows)
    throw new Error(`Of the ${there?.rows} rows of ${shape.name} PostgreSQL gave ${rows}.`);
  return rows;
}

function linesIn(text: Buffer): number {
  let count = 0;
  for (let at = text.indexOf(10); at >= 0; at = text.indexOf(10, at + 1)) count += 1;
  return count;
}
