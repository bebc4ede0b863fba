import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type postgres from "postgres";
import { type Scene, type Stage, settled } from "./stage.ts";

/** A way to use the driver; answers false where what it read is wrong. A unit writes the rows 1 to 3, or none. */
type Way = (sql: postgres.Sql, write: Write, unit: string) => Promise<unknown>;
type Write = (on: postgres.ISql, unit: string, step: number) => postgres.PendingQuery<postgres.Row[]>;
const steps = [1, 2, 3];

const writing = {
  "a transaction": (sql, write, unit) =>
    sql.begin(async (transaction) => {
      for (const step of steps) await write(transaction, unit, step);
    }),
  "a transaction of pipelined statements": (sql, write, unit) =>
    sql.begin((transaction) => steps.map((step) => write(transaction, unit, step))),
  "a transaction with one part undone": (sql, write, unit) =>
    sql.begin(async (transaction) => {
      await transaction
        .savepoint(async (part) => {
          await write(part, unit, 9);
          throw new Error("undone");
        })
        .catch((error: Error) => {
          if (error.message !== "undone") throw error;
        });
      for (const step of steps) await write(transaction, unit, step);
    }),
  "one flight on a reserved connection": async (sql, write, unit) => {
    const connection = await sql.reserve();
    try {
      const flight = [
        connection`begin`.execute(),
        ...steps.map((step) => write(connection, unit, step).execute()),
        connection`commit`.execute(),
      ];
      const answers = await Promise.allSettled(flight);
      const failed = answers.find(({ status }) => status === "rejected");
      if (failed?.status === "rejected") throw failed.reason;
      return answers.at(-1)?.status === "fulfilled" && (await flight.at(-1))?.command === "COMMIT";
    } finally {
      connection.release();
    }
  },
  "a COPY": (sql, _write, unit) =>
    sql.begin(async (transaction) => {
      const stream = await transaction`copy written (unit, step) from stdin`.writable();
      await pipeline(Readable.from(steps.map((step) => `${unit}\t${step}\n`)), stream);
    }),
} satisfies Record<string, Way>;

const others = {
  "a rollback": (sql, write, unit) =>
    sql
      .begin(async (transaction) => {
        await write(transaction, unit, 9);
        throw new Error("undone");
      })
      .catch((error: Error) => {
        if (error.message !== "undone") throw error;
      }),
  "a cursor": async (sql) => {
    let rows = 0;
    for await (const batch of sql`select from generate_series(1, ${200}::int)`.cursor(50))
      rows += batch.length;
    return rows === 200;
  },
  "plain questions at once": async (sql) => {
    const answers = await Promise.all(
      steps.map((step) => sql<{ step: number }[]>`select ${step}::int as step`),
    );
    return answers.every(([row], at) => row?.step === steps[at]);
  },
} satisfies Record<string, Way>;

const callersWait = "callers wait for ever";

/** Everything at once on a small pool, for as many rounds of killed backends. */
const everythingAtOnce =
  (rounds: number): Scene =>
  async (stage: Stage) => {
    await stage.onlooker`create table written (unit uuid, step int, xid xid8 default pg_current_xact_id())`;
    await stage.onlooker`alter table written alter unit set not null`;
    const sql = stage.open({ max: 4, backoff: () => 0.02 });
    let over = false;
    let acknowledged = 0;
    const stored: string[] = [];
    const wrong: string[] = [];
    /** Told of each answer, good or bad. */
    let onAnswer = () => {};
    const worker = async (name: string, way: Way, writes: boolean) => {
      while (!over) {
        const unit = randomUUID();
        const write: Write = (on, id, step) => on`insert into written (unit, step) values (${id}, ${step})`;
        await way(sql, write, unit).then(
          (right) => {
            if (right === false) wrong.push(name);
            acknowledged += 1;
            if (writes) stored.push(unit);
          },
          () => {}, // a killed backend's callers are told so
        );
        onAnswer();
      }
    };
    const moreAcknowledged = async (count: number) => {
      const enough = acknowledged + count;
      while (acknowledged < enough)
        await new Promise<void>((resolve) => {
          onAnswer = resolve;
        });
    };
    const workers = [
      ...Object.entries<Way>(writing).flatMap(([name, way]) => [
        worker(name, way, true),
        worker(name, way, true),
      ]),
      ...Object.entries<Way>(others).map(([name, way]) => worker(name, way, false)),
    ];
    let killed = 0;
    for (let round = 1; round <= rounds; round += 1) {
      if ((await settled(stage, moreAcknowledged(20))) === "pending") return callersWait;
      const ended = await stage.onlooker`
        select pg_terminate_backend(pid) from (
          select pid from pg_stat_activity where application_name = ${stage.applicationName}
          order by random() limit ${1 + (round % 3)}) p`;
      killed += ended.length;
    }
    over = true;
    if ((await settled(stage, Promise.all(workers))) === "pending") return callersWait;
    const [count] = await stage.onlooker<{ lost: number; half: number; undone: number; left: number }[]>`
      with units as (select unit, count(*) as n, count(distinct xid) as transactions from written group by unit)
      select
        (select count(*)::int from unnest(${stored}::uuid[]) u (unit) left join units using (unit) where units.n is distinct from 3) as lost,
        (select count(*)::int from units where n <> 3 or transactions <> 1) as half,
        (select count(*)::int from written where step = 9) as undone,
        (select count(*)::int from pg_stat_activity
          where application_name = ${stage.applicationName} and state like 'idle in transaction%') as left`;
    return { killed: killed > 0, acknowledged: acknowledged > 0, wrong, ...count };
  };

export const stressScenes = {
  "everything at once while backends are killed": everythingAtOnce(20),
} satisfies Record<string, Scene>;
