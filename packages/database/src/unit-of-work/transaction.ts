import { drizzle } from "drizzle-orm/postgres-js";
import type postgres from "postgres";
import type { TenantTx } from "../tenant-tx.ts";
import { tellingNoValues } from "./without-values.ts";

export type Transaction<T> = {
  enterpriseId: string;
  access: "read" | "write";
  clock: () => string;
  /** Aborted at the deadline. */
  signal: AbortSignal;
  work: (tx: TenantTx) => Promise<T>;
};

/**
 * One transaction on one connection: BEGIN and the tenant leave in one flight with the first statement. Settles only
 * when the connection is quiet again, or gone.
 *
 * A read sees one state of the database throughout. Every statement is sent the moment it is asked for, in that order,
 * so that none overtakes COMMIT or ROLLBACK; what is asked for after that is refused.
 */
export async function runTransaction<T>(sql: postgres.Sql, transaction: Transaction<T>): Promise<T> {
  const { enterpriseId, access, clock, signal, work } = transaction;
  const tenant = checkedTenant(enterpriseId);
  const connection = await sql.reserve();
  try {
    signal.throwIfAborted(); // a unit that has not begun by its deadline never begins
    const statements = sendOn(connection);
    const tx = tenantTx(sql, statements.send, { enterpriseId: tenant, startedAt: clock() });
    statements.begin(access, tenant);
    let answer: T;
    try {
      answer = await unlessAborted(signal, work(tx));
      // Also where its error was caught: nothing of the unit can be stored any more.
      if (statements.failures.length > 0) throw statements.failures[0];
    } catch (error) {
      // Waits for what is still running. Where it cannot be sent the connection is gone, and the server rolls back.
      await statements.end("rollback").catch(() => {});
      throw error;
    }
    await statements.end("commit");
    // One that nobody waited for failed meanwhile, so that COMMIT rolled back.
    if (statements.failures.length > 0) throw statements.failures[0];
    return answer;
  } finally {
    connection.release();
  }
}

type Send = (...query: Parameters<postgres.Sql["unsafe"]>) => ReturnType<postgres.Sql["unsafe"]>;

/** What would end the transaction under way, or change its tenant. */
const endsOrChanges =
  /^\s*(?:begin|start|commit|end|rollback|abort|savepoint|release|prepare|set|reset|discard)\b/i;

/** The statements of one transaction, and those of them that failed. */
function sendOn(connection: postgres.ReservedSql) {
  const failures: unknown[] = [];
  let over = false;
  const sendNow: Send = (...query) => {
    const statement = connection.unsafe(...query);
    statement.catch((error: unknown) => failures.push(error));
    return statement.execute();
  };
  const send: Send = (text, ...others) => {
    if (over) throw new Error("The unit of work has ended: its transaction takes no more statements.");
    if (endsOrChanges.test(text))
      throw new Error("A unit of work begins and ends its transaction itself, for one enterprise.");
    return sendNow(text, ...others);
  };
  return {
    send,
    failures,
    /** Not waited for: the first statement goes with it, and fails if it fails. */
    begin(access: "read" | "write", tenant: string) {
      const begin = access === "read" ? "begin isolation level repeatable read read only" : "begin";
      // SET LOCAL takes no parameters; and it, not set_config, is what Citus passes on to its workers.
      sendNow(`${begin}; set local app.enterprise_id = '${tenant}'`);
    },
    end(word: "commit" | "rollback") {
      over = true;
      return connection.unsafe(word).execute();
    },
  };
}

/** The transaction's face: Drizzle's statements, and nothing that leads to a connection or to another transaction. */
function tenantTx(
  sql: postgres.Sql,
  send: Send,
  unit: Pick<TenantTx, "enterpriseId" | "startedAt">,
): TenantTx {
  // All that Drizzle's session uses of its client for statements outside a transaction of its own.
  const client = { options: sql.options, unsafe: send } as unknown as postgres.Sql;
  const db = tellingNoValues(drizzle({ client }));
  const statements = {
    select: db.select.bind(db),
    selectDistinct: db.selectDistinct.bind(db),
    selectDistinctOn: db.selectDistinctOn.bind(db),
    insert: db.insert.bind(db),
    update: db.update.bind(db),
    delete: db.delete.bind(db),
    execute: db.execute.bind(db),
    with: db.with.bind(db),
    $with: db.$with.bind(db),
  } as Omit<TenantTx, "enterpriseId" | "startedAt">; // bind keeps only the last overload of each
  return Object.freeze({ ...statements, ...unit });
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

function checkedTenant(enterpriseId: string): string {
  if (!uuid.test(enterpriseId)) throw new TypeError("The enterprise's id must be a UUID.");
  return enterpriseId.toLowerCase();
}

/** The work's outcome, or the signal's reason when that comes first. */
export function unlessAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  const reject = () => late.reject(signal.reason);
  if (signal.aborted) reject();
  signal.addEventListener("abort", reject, { once: true });
  return Promise.race([late.promise, work]).finally(() => signal.removeEventListener("abort", reject));
}
