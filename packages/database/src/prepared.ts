import { drizzle } from "drizzle-orm/postgres-js";
import type postgres from "postgres";
import type { Statements, TenantTx } from "./tenant-tx.ts";

type Executable = { execute(values?: Record<string, unknown>): Promise<unknown> };
type Client = Pick<postgres.Sql, "unsafe">;

const clients = new WeakMap<TenantTx, Client>();

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
