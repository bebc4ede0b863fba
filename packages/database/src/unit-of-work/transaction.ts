import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type postgres from "postgres";
import { rememberClient } from "../prepared.ts";
import type { TenantTx } from "../tenant-tx.ts";
import type { Recurring } from "./recurring.ts";
import { tellingNoValues } from "./without-values.ts";

export type Transaction<T> = {
  enterpriseId: string;
  access: "read" | "write";
  clock: () => string;
  /** Aborted at the deadline. */
  signal: AbortSignal;
  oneService: boolean;
  recurs: Recurring;
  admission: Admission | undefined;
  work: (tx: TenantTx) => Promise<T>;
};

/** A question that goes with a unit's first statements, and whose answer decides whether the unit may be. */
export type Admission = {
  /** One statement that reads; kept prepared. */
  statement: string;
  parameters: readonly string[];
  /** Takes the rows, a list of values each. Where it throws, the unit rejects with that and stores nothing. */
  admit(rows: readonly (readonly unknown[])[]): void;
};

/**
 * One transaction on one connection: BEGIN and the tenant leave in one flight with the first statement, COMMIT with
 * those the work calls its last. Settles only when the connection is quiet again, or gone.
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
    const statements = sendOn(connection, transaction.recurs);
    const unit = { enterpriseId: tenant, startedAt: clock(), last: transaction.oneService ? last : asItIs };
    const tx = tenantTx(sql, statements.send, unit);
    statements.begin(access, tenant);
    const admitted = statements.ask(transaction.admission);
    let answer: T;
    try {
      answer = await unlessAborted(signal, work(tx));
      // Also where its error was caught: nothing of the unit can be stored any more.
      if (statements.failures.length > 0) throw statements.failures[0];
      if (access === "write") await unlessAborted(signal, admitted);
    } catch (error) {
      // Waits for what is still running. Where it cannot be sent the connection is gone, and the server rolls back.
      await statements.end("rollback").catch(() => {});
      // Whoever may not ask is told so, and not what became of it.
      if (!signal.aborted) await admitted;
      throw error;
    }
    await statements.end("commit");
    await admitted;
    return answer;

    async function last<Answer>(answers: Promise<Answer>): Promise<Answer> {
      answers.catch(() => {}); // told below
      if (access === "write") await admitted;
      await everythingAskedFor();
      if (statements.failures.length === 0) void statements.end("commit").catch(() => {});
      return answers;
    }
  } finally {
    connection.release();
  }
}

const asItIs = <Answer>(answers: Promise<Answer>): Promise<Answer> => answers;

/**
 * Resolves once all that was started before has gone as far as it can without an answer: Drizzle sends a statement some
 * microtasks after it was asked for. Still before the driver writes what it was handed.
 */
const everythingAskedFor = () =>
  Promise.resolve().then(() => new Promise<void>((resolve) => process.nextTick(resolve)));

type Send = (...query: Parameters<postgres.Sql["unsafe"]>) => ReturnType<postgres.Sql["unsafe"]>;

/** What would end the transaction under way, or change its tenant. */
const endsOrChanges =
  /^\s*(?:begin|start|commit|end|rollback|abort|savepoint|release|prepare|set|reset|discard)\b/i;

/** The statements of one transaction, and those of them that failed. */
function sendOn(connection: postgres.ReservedSql, recurs: Recurring) {
  const failures: unknown[] = [];
  let end: Promise<unknown> | null = null;
  const sendNow: Send = (...query) => {
    const statement = connection.unsafe(...query);
    statement.catch((error: unknown) => failures.push(error));
    return statement.execute();
  };
  const send: Send = (text, parameters, options) => {
    if (end) throw new Error("The unit of work has ended: its transaction takes no more statements.");
    if (endsOrChanges.test(text))
      throw new Error("A unit of work begins and ends its transaction itself, for one enterprise.");
    // One that the driver cannot write would fail alone, and be missed by a COMMIT that is on its way.
    const unwritable = parameters?.findIndex((value) => !isWritable(value)) ?? -1;
    if (unwritable >= 0) {
      const error = new UnwritableParameter(unwritable + 1);
      failures.push(error);
      throw error;
    }
    return sendNow(
      text,
      parameters,
      options?.prepare || !recurs(text) ? options : { ...options, prepare: true },
    );
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
    /** Rejects where the unit is not admitted, or the question failed. Need not be waited for. */
    ask(admission: Admission | undefined): Promise<void> {
      if (!admission) return Promise.resolve();
      const rows = sendNow(admission.statement, [...admission.parameters], { prepare: true }).values();
      const admitted = rows.then((values) => admission.admit(values));
      admitted.catch(() => {});
      return admitted;
    },
    /** The first end asked for is the transaction's. Rejects where what was to be committed was not. */
    end(word: "commit" | "rollback"): Promise<unknown> {
      end ??= ended(word);
      return end;
    },
  };

  async function ended(word: "commit" | "rollback"): Promise<void> {
    const { command } = await connection.unsafe(word).execute();
    if (word === "rollback") return;
    // One that nobody waited for, or that left with COMMIT, failed: COMMIT rolled back.
    if (failures.length > 0) throw failures[0];
    if (command !== "COMMIT") throw new Error("The transaction was rolled back instead of committed.");
  }
}

/** What the driver writes whatever the column's type; all that Drizzle hands it. */
const isWritable = (value: unknown): boolean =>
  value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean";

class UnwritableParameter extends Error {
  override readonly name = "UnwritableParameter";
  readonly code = "UNDEFINED_VALUE";
  constructor(ordinal: number) {
    super(`Parameter ${ordinal} of a statement is neither text, number, boolean nor null.`);
  }
}

/** The transaction's face: Drizzle's statements, and nothing that leads to a connection or to another transaction. */
function tenantTx(
  sql: postgres.Sql,
  send: Send,
  unit: Pick<TenantTx, "enterpriseId" | "startedAt" | "last">,
): TenantTx {
  // All that Drizzle's session uses of its client for statements outside a transaction of its own.
  const client = { options: sql.options, unsafe: send } as unknown as postgres.Sql;
  let opened: PostgresJsDatabase | undefined;
  // Built when first needed: a unit whose statements are all prepared does without.
  const db = () => {
    opened ??= tellingNoValues(drizzle({ client }));
    return opened;
  };
  const statements = {
    select: (...of: []) => db().select(...of),
    selectDistinct: (...of: []) => db().selectDistinct(...of),
    selectDistinctOn: (...of: [never]) => db().selectDistinctOn(...of),
    insert: (...of: [never]) => db().insert(...of),
    update: (...of: [never]) => db().update(...of),
    delete: (...of: [never]) => db().delete(...of),
    execute: (...of: [never]) => db().execute(...of),
    with: (...of: []) => db().with(...of),
    $with: (...of: [never]) => db().$with(...of),
  } as unknown as Omit<TenantTx, keyof typeof unit>; // each takes what Drizzle's own takes, in all its overloads
  const tx: TenantTx = Object.freeze({ ...statements, ...unit });
  rememberClient(tx, client);
  return tx;
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
