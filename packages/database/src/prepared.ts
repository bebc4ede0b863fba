import { getTableColumns, is, SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { drizzle } from "drizzle-orm/postgres-js";
import type postgres from "postgres";
import type { Statements, TenantTx } from "./tenant-tx.ts";

type Executable = { execute(values?: Record<string, unknown>): Promise<unknown> };
type Client = Pick<postgres.Sql, "unsafe">;

const place = Symbol.for("vehicle-contracts.database.clients");
type Holder = { [place]?: WeakMap<TenantTx, Client> };

// The admin app's bundler makes this module once for pages and once for route handlers, and both use one database: a
// transaction that the one opened is known to the other. The global object has no type for what programs put on it.
const holder = globalThis as Holder;
holder[place] ??= new WeakMap();
const clients = holder[place];

/** Where the statements of a unit are sent. Known to this file alone: services hold the transaction's face. */
export function rememberClient(tx: TenantTx, client: Client): void {
  clients.set(tx, client);
}

/**
 * A statement that is built once, and kept prepared by the server on each connection; answers how to ask it in a
 * transaction. `build` names what varies by `sql.placeholder("name")`; the placeholder `enterpriseId` is always the
 * transaction's own. Values are text, numbers, booleans or null, as Drizzle's columns take them.
 *
 * Asking sends at once, so that statements asked one after the other without waiting go in that order and one flight.
 */
export function prepared<Statement extends Executable>(
  name: string,
  build: (db: Statements) => { prepare(name: string): Statement },
): (tx: TenantTx, values?: Record<string, unknown>) => ReturnType<Statement["execute"]> {
  let built: Statement | undefined;
  return (tx, values) => {
    // On a database without a connection: bound to no transaction, the statement would fail and not run outside of one.
    built ??= build(drizzle.mock()).prepare(name);
    const bound: Statement = Object.create(built, { client: { value: clients.get(tx) } });
    // Drizzle's own answer to its own statement.
    return bound.execute({ ...values, enterpriseId: tx.enterpriseId }) as ReturnType<Statement["execute"]>;
  };
}

/** Places for values of these columns, by field: what `driverValues` gives, as the database takes it. */
export const placesFor = (fields: readonly string[]) =>
  Object.fromEntries(fields.map((field) => [field, sql`${sql.placeholder(field)}`]));

/** Values of columns as the driver writes them. What is null or left out is null, in a column of JSON too. */
export function driverValues(table: PgTable, values: object): Record<string, unknown> {
  const columns = getTableColumns(table);
  return Object.fromEntries(
    Object.entries(values).map(([field, value]) => [
      field,
      value === null || value === undefined ? null : (columns[field]?.mapToDriverValue(value) ?? null),
    ]),
  );
}

/** Inserts a row whole, by a statement that is kept prepared. A column left out has the default its table names, else null. */
export function preparedInsert<Table extends PgTable>(
  name: string,
  table: Table,
): (tx: TenantTx, row: Table["$inferInsert"]) => Promise<unknown> {
  const columns = Object.entries(getTableColumns(table as PgTable));
  const fields = columns.map(([field]) => field);
  const nothing = Object.fromEntries(fields.map((field) => [field, null]));
  const given = columns.filter(([, column]) => column.default !== undefined && !is(column.default, SQL));
  const defaults = driverValues(
    table,
    Object.fromEntries(given.map(([field, column]) => [field, column.default])),
  );
  const insert = prepared(name, (db) =>
    // Its type wants each column's own, which a place for any value is not.
    db.insert(table as PgTable).values(placesFor(fields)),
  );
  return (tx, row) => insert(tx, { ...nothing, ...defaults, ...driverValues(table, row) });
}

/** Inserts rows of any number by one statement that is kept prepared; rows whose key is there already are left out. */
export function preparedInsertAll<Table extends PgTable>(
  name: string,
  table: Table,
): (tx: TenantTx, rows: readonly Table["$inferInsert"][]) => Promise<unknown> {
  const columns = getTableColumns(table as PgTable);
  const names = Object.values(columns).map((column) => sql.identifier(column.name));
  const insert = prepared(name, (db) =>
    db
      .insert(table as PgTable)
      .select(
        sql`select ${sql.join(names, sql`, `)} from json_populate_recordset(null::${table}, ${sql.placeholder("rows")}::json)`,
      )
      .onConflictDoNothing(),
  );
  const byColumn = (row: object) =>
    Object.fromEntries(Object.entries(row).map(([field, value]) => [columns[field]?.name ?? field, value]));
  // As the driver writes text of its own accord: half a character, which JSON may hold and text may not, is a sign for it.
  const wellFormed = (_: string, value: unknown) =>
    typeof value === "string" ? value.toWellFormed() : value;
  return (tx, rows) => insert(tx, { rows: JSON.stringify(rows.map(byColumn), wellFormed) });
}
