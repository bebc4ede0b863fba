import type { TenantTx } from "@vehicle-contracts/database";
import { getTableColumns, getTableName, type Table } from "drizzle-orm";
import { getTableConfig, type PgTable } from "drizzle-orm/pg-core";
import type postgres from "postgres";

type Row = Record<string, unknown>;

/** Characters of rows that are kept until they are sent. */
const sentAtOnce = 4_000_000;

/** Rows for one table, on their way into COPY. */
type Lines = {
  table: PgTable;
  columns: [key: string, map: (value: unknown) => unknown][];
  text: string[];
  size: number;
};

/**
 * A stand-in for a unit of work that only inserts: what the product's own code hands it is written by COPY, some ten
 * times as fast as by statements. `sql` is the superuser: the rows are the product's, and are held to its constraints
 * when they are read back in the tests rather than one by one. A row that is in conflict with one of the same call is
 * left out, as the product asks.
 */
export function copyingInto(sql: postgres.Sql) {
  const waiting = new Map<Table, Lines>();
  let underWay: Promise<void> = Promise.resolve();

  async function send(lines: Lines): Promise<void> {
    const { text } = lines;
    lines.text = [];
    lines.size = 0;
    if (text.length === 0) return;
    const { name, schema } = getTableConfig(lines.table);
    const columns = lines.columns.map(([key]) => `"${getTableColumns(lines.table)[key]?.name}"`).join(", ");
    await underWay;
    underWay = sql.begin(async (transaction) => {
      await transaction`set local session_replication_role = replica`;
      const copy = await transaction
        .unsafe(`copy ${schema === undefined ? "" : `"${schema}".`}"${name}" (${columns}) from stdin`)
        .writable();
      await new Promise<void>((resolve, reject) => {
        copy.on("error", reject);
        copy.on("finish", resolve);
        copy.end(text.join(""));
      });
    }) as Promise<void>;
    underWay.catch(() => {}); // awaited before the next, and at the end
  }

  const add = async (table: PgTable, rows: readonly Row[], once: boolean): Promise<void> => {
    const lines = waiting.get(table) ?? linesFor(table, rows[0] ?? {});
    waiting.set(table, lines);
    let made = rows.map((row) => lineOf(lines, row));
    if (once) made = [...new Set(made)];
    for (const line of made) {
      lines.text.push(line);
      lines.size += line.length;
    }
    if (lines.size > sentAtOnce) await send(lines);
  };

  return {
    tx(enterpriseId: string, startedAt: string): TenantTx {
      const insert = (table: PgTable) => ({
        values(given: Row | Row[]) {
          const rows = Array.isArray(given) ? given : [given];
          return {
            // biome-ignore lint/suspicious/noThenProperty: awaited as Drizzle's statements are
            then: (done: () => void, failed: (error: unknown) => void) =>
              add(table, rows, false).then(done, failed),
            onConflictDoNothing: () => add(table, rows, true),
          };
        },
      });
      // The rest of a unit of work is not there: whoever needs it fails.
      return { enterpriseId, startedAt, insert } as unknown as TenantTx;
    },
    /** Sends what is left, and waits until all is stored. */
    async finish(): Promise<void> {
      for (const lines of waiting.values()) await send(lines);
      await underWay;
    },
  };
}

function linesFor(table: PgTable, row: Row): Lines {
  const columns = Object.entries(getTableColumns(table))
    .filter(([key]) => row[key] !== undefined)
    .map(([key, column]): Lines["columns"][number] => [key, (value) => column.mapToDriverValue(value)]);
  return { table, columns, text: [], size: 0 };
}

function lineOf({ table, columns }: Lines, row: Row): string {
  const given = Object.values(row).filter((value) => value !== undefined).length;
  if (given > columns.length)
    throw new Error(`A row of ${getTableName(table)} has more columns than the first.`);
  const fields = columns.map(([key, map]) => {
    const value = row[key];
    return value === null || value === undefined ? "\\N" : escaped(String(map(value)));
  });
  return `${fields.join("\t")}\n`;
}

const special = /[\\\n\r\t]/g;
const escapes: Readonly<Record<string, string>> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };
const escaped = (text: string) => text.replace(special, (character) => escapes[character] ?? character);
