import type postgres from "postgres";
import { answered, closing, isRunning, pidOf, type Scene, type Stage, settled, terminate } from "./stage.ts";

type Die = (pid: number) => Promise<void>;
type Work = (sql: postgres.Sql, stage: Stage, die: Die) => Promise<unknown>;

const duringStatement: Work = (sql, stage, die) =>
  sql.begin(async (transaction) => {
    const pid = await pidOf(transaction);
    const asleep = transaction`select pg_sleep(60)`.execute();
    await isRunning(stage, pid, "select pg_sleep");
    await Promise.all([asleep, die(pid)]);
  });

const betweenStatements: Work = (sql, _stage, die) =>
  sql.begin(async (transaction) => {
    await die(await pidOf(transaction));
    await transaction`select 1`;
  });

const reserved: Work = async (sql, _stage, die) => {
  const connection = await sql.reserve();
  try {
    await die(await pidOf(connection));
    await connection`select 1`;
  } finally {
    connection.release();
  }
};

const cursor: Work = (sql, _stage, die) =>
  sql<{ pid: number }[]>`select pg_backend_pid() as pid from generate_series(1, 9)`.cursor(3, ([row]) =>
    die(Number(row?.pid)),
  );

/** Its backend dies during the work; what becomes of the work, and of the pool afterwards? */
const dying =
  (work: Work, end: (stage: Stage, pid: number) => Promise<void>): Scene =>
  async (stage) => {
    const { closed, onclose } = closing();
    const sql = stage.open({ onclose, backoff: () => 0.05 });
    const over = Promise.withResolvers<void>();
    const die: Die = async (pid) => {
      await end(stage, pid);
      await closed;
      // The work goes on, and what it writes to nothing shows a turn of the loop later.
      setImmediate(() => setImmediate(over.resolve));
    };
    const unit = await settled(stage, work(sql, stage, die));
    await over.promise;
    return {
      unit,
      pool: await settled(
        stage,
        answered(() => sql`select 1`),
      ),
    };
  };

const kill = (stage: Stage, pid: number) => stage.kill(pid);

export const deathScenes = {
  "terminated, in a transaction during a statement": dying(duringStatement, terminate),
  "terminated, in a transaction between two statements": dying(betweenStatements, terminate),
  "terminated, on a reserved connection": dying(reserved, terminate),
  "terminated, while a cursor waits for its reader": dying(cursor, terminate),
  "killed, in a transaction during a statement": dying(duringStatement, kill),
  "killed, in a transaction between two statements": dying(betweenStatements, kill),
  "killed, on a reserved connection": dying(reserved, kill),
  "killed, while a cursor waits for its reader": dying(cursor, kill),

  async "a statement waits behind one during which the backend dies"(stage: Stage) {
    const sql = stage.open();
    const waiting = Promise.withResolvers<string>();
    const unit = sql.begin(async (transaction) => {
      const pid = await pidOf(transaction);
      // Described before it is run, so that what follows has to wait for it.
      const first = transaction`select pg_sleep(${60})`.execute();
      const second = transaction`select 1`.execute();
      await isRunning(stage, pid, "select pg_sleep");
      waiting.resolve(settled(stage, second));
      await terminate(stage, pid);
      await first.catch(() => {});
      await waiting.promise;
    });
    return { unit: await settled(stage, unit), waiting: await waiting.promise };
  },

  async "a pool that is being ended waits for a backend that dies"(stage: Stage) {
    const sql = stage.open();
    const pid = await pidOf(sql);
    const asleep = settled(stage, sql`select pg_sleep(60)`.execute());
    await isRunning(stage, pid, "select pg_sleep");
    const end = settled(stage, sql.end());
    await terminate(stage, pid);
    return { statement: await asleep, end: await end };
  },
} satisfies Record<string, Scene>;
