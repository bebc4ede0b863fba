import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type postgres from "postgres";
import type { TenantTx } from "../tenant-tx.ts";
import { DeadlineExceeded } from "./errors.ts";
import { openGate } from "./gate.ts";
import { openPool } from "./pool.ts";
import { openRecurring } from "./recurring.ts";
import { type Admission, runTransaction, unlessAborted } from "./transaction.ts";
import { rejectWithoutValues, tellingNoValues } from "./without-values.ts";

export type DatabaseOptions = {
  /** Address of the database as the program's role: what `migrate` answers. */
  url: string;
  /** Units of work at once, each on a connection of its own; default 10. Sign-in and `ping` have connections besides. */
  max?: number;
  /** Units of work that wait for a place before further ones are Overloaded; default 20 for each place. */
  queueLength?: number;
  /** Milliseconds a unit may take from the call to its answer, waiting included; default 8,000. */
  deadlineMs?: number;
  /** Milliseconds after which a silent connection is given up; more than the role's statement_timeout. Default 7,000. */
  silenceMs?: number;
  /** How the connections are named in pg_stat_activity. */
  applicationName?: string;
  /** "Now" as RFC 3339 in UTC with milliseconds; default the system's clock. */
  clock?: () => string;
};

/**
 * A Drizzle database for the sign-in tables. Row-level security keeps it from any tenant's rows. What it rejects with
 * carries no values.
 */
export type SignInDatabase = PostgresJsDatabase;

export type UnitOptions = {
  /** Milliseconds instead of the database's own deadline, for jobs and imports. */
  deadlineMs?: number;
  /** The work is one service, and what that calls its last statements are the unit's (`TenantTx.last`). */
  oneService?: boolean;
  /** Asked in the unit's own flight. */
  admission?: Admission;
};

export type Database = {
  /**
   * Runs `work` in a read-only transaction of the enterprise that sees one state of the database.
   * Rejects with Overloaded, DeadlineExceeded, DatabaseClosed, TypeError (the id is not a UUID), or what `work` or the
   * driver throws; the latter without the values of statements.
   */
  read<T>(enterpriseId: string, work: (tx: TenantTx) => Promise<T>, options?: UnitOptions): Promise<T>;
  /** Runs `work` in a transaction of the enterprise and commits it; rolls back when it rejects. Rejects as `read` does. */
  write<T>(enterpriseId: string, work: (tx: TenantTx) => Promise<T>, options?: UnitOptions): Promise<T>;
  /** Resolves when the database answers within a second, on a connection of its own; else rejects. */
  ping(): Promise<void>;
  /** Refuses further units, waits for those accepted (at most `deadlineMs`), then closes every connection. */
  close(): Promise<void>;
  readonly signIn: SignInDatabase;
};

const pingMs = 1_000;
/** Statements kept prepared on each connection besides those that are prepared by name. */
const mostPrepared = 400;

/** Opens the database for a program. It connects when first needed. */
export function openDatabase(options: DatabaseOptions): Database {
  const { url, max = 10, applicationName = "vehicle-contracts", clock = systemClock } = options;
  const { queueLength = 20 * max, deadlineMs = 8_000, silenceMs = 7_000 } = options;
  const gate = openGate(max, queueLength);
  const recurs = openRecurring(mostPrepared);
  const units = openPool({ url, max, applicationName, silenceMs, waiting: () => gate.taken > 0 });
  const signIn = countedPool({ url, max: Math.max(2, Math.ceil(max / 2)), applicationName, silenceMs });
  const pings = countedPool({
    url,
    max: 1,
    applicationName: `${applicationName} ping`,
    silenceMs: 2 * pingMs,
  });

  async function unit<T>(
    access: "read" | "write",
    enterpriseId: string,
    work: (tx: TenantTx) => Promise<T>,
    { deadlineMs: milliseconds = deadlineMs, oneService = false, admission }: UnitOptions = {},
  ): Promise<T> {
    return withDeadline(milliseconds, async (signal) => {
      await gate.enter(signal);
      // The place is held until the connection is quiet, also when the caller has been told of the deadline before.
      return runTransaction(units, {
        enterpriseId,
        access,
        clock,
        signal,
        oneService,
        recurs,
        admission,
        work,
      })
        .catch(rejectWithoutValues)
        .finally(gate.leave);
    });
  }

  return {
    read: (enterpriseId, work, unitOptions) => unit("read", enterpriseId, work, unitOptions),
    write: (enterpriseId, work, unitOptions) => unit("write", enterpriseId, work, unitOptions),
    async ping() {
      await withDeadline(pingMs, async () => pings.client.unsafe("select 1"));
    },
    async close() {
      await withDeadline(deadlineMs, () => gate.shut()).catch(() => {});
      await Promise.all([units, signIn.sql, pings.sql].map((sql) => sql.end({ timeout: 1 })));
    },
    signIn: tellingNoValues(drizzle({ client: signIn.client })),
  };
}

// The program's clock, read here alone: everything else is told what "now" is.
const systemClock = () => new Date().toISOString();

/** Settles as `work` does, but after `milliseconds` at the latest; the signal tells `work` that it is too late. */
async function withDeadline<T>(milliseconds: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(new DeadlineExceeded(milliseconds)), milliseconds);
  try {
    return await unlessAborted(deadline.signal, work(deadline.signal));
  } finally {
    clearTimeout(timer);
  }
}

/** A pool for Drizzle that knows whether an answer is waited for. */
function countedPool(options: Omit<Parameters<typeof openPool>[0], "waiting">) {
  let waiting = 0;
  const sql = openPool({ ...options, waiting: () => waiting > 0 });
  const counted = <P extends Promise<unknown>>(answer: P): P => {
    waiting += 1;
    const done = () => {
      waiting -= 1;
    };
    answer.then(done, done);
    return answer;
  };
  // All that Drizzle uses of its client.
  const client = {
    options: sql.options,
    unsafe: (...query: Parameters<postgres.Sql["unsafe"]>) => counted(sql.unsafe(...query)),
    begin: <T>(work: (transaction: postgres.TransactionSql) => Promise<T>) => counted(sql.begin(work)),
  } as unknown as postgres.Sql;
  return { sql, client };
}
