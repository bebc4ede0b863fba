import { driverValues, placesFor, prepared, type TenantTx } from "@vehicle-contracts/database";
import { and, eq, getTableName, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { givenOnly } from "./given-only.ts";

type Versioned = PgTable & { version: PgColumn };
type Update = (tx: TenantTx, values: Record<string, unknown>) => Promise<unknown[]>;

/**
 * Writes the columns given of a row where it is still at the version that was read, and the next version with them; answers whether
 * it was. The row is held then. `keys` are the table's tenant and id. A statement is kept prepared for each set of columns,
 * of which there are as many as moves.
 */
export function guardedUpdate<Table extends Versioned>(
  table: Table,
  keys: { tenant: PgColumn; id: PgColumn },
): (
  tx: TenantTx,
  row: { id: string; version: number },
  columns: { [Field in keyof Table["$inferInsert"]]?: Table["$inferInsert"][Field] | undefined },
) => Promise<boolean> {
  const updates = new Map<string, Update>();
  const updateOf = (fields: readonly string[]): Update =>
    prepared(`update_${getTableName(table)}_${fields.length}`, (db) =>
      db
        // Its type wants each column's own, which a place for any value is not.
        .update(table as PgTable)
        .set(placesFor(fields))
        .where(
          and(
            eq(keys.tenant, sql.placeholder("enterpriseId")),
            eq(keys.id, sql.placeholder("rowId")),
            eq(table.version, sql.placeholder("versionRead")),
          ),
        )
        .returning({ version: table.version }),
    );
  return async (tx, { id, version }, columns) => {
    const set = { ...givenOnly(columns), version: version + 1 };
    const fields = Object.keys(set).sort();
    const update = updates.get(fields.join()) ?? updateOf(fields);
    updates.set(fields.join(), update);
    const rows = await update(tx, { ...driverValues(table, set), rowId: id, versionRead: version });
    return rows.length > 0;
  };
}
