import type postgres from "postgres";
import { type Scene, type Stage, seen, settled } from "./stage.ts";

/** BEGIN, one statement and COMMIT leave in one flight; settles when all three are answered. */
async function inOneFlight<T>(
  sql: postgres.Sql,
  statement: (connection: postgres.ReservedSql) => postgres.PendingQuery<(T & postgres.Row)[]>,
): Promise<T[]> {
  const connection = await sql.reserve();
  try {
    const flight = [
      connection.unsafe("begin read only").execute(),
      connection.unsafe("set local app.enterprise_id = '019c0000-0000-7000-8000-000000000000'").execute(),
      statement(connection).execute(),
      connection.unsafe("commit").execute(),
    ] as const;
    const answers = await Promise.allSettled(flight);
    const failed = answers.find(({ status }) => status === "rejected");
    if (failed?.status === "rejected") throw failed.reason;
    return [...(await flight[2])];
  } finally {
    connection.release();
  }
}

export const pipelineScenes = {
  async "a migration changes what a prepared statement answers, which is then sent in one flight"(
    stage: Stage,
  ) {
    // Only where a tenant is named is there a row: a second try, after COMMIT, finds none and does not fail.
    await stage.onlooker.unsafe(`
      create view readings as select 1 as n where nullif(current_setting('app.enterprise_id', true), '') is not null`);
    const sql = stage.open();
    const read = () =>
      seen(
        stage,
        inOneFlight(sql, (connection) => connection`select * from readings where n = ${1}`),
      );
    const before = await read();
    await stage.onlooker.unsafe(`
      create or replace view readings as
        select 1 as n, 'km' as unit where nullif(current_setting('app.enterprise_id', true), '') is not null`);
    return { before, first: await read(), next: await read() };
  },

  async "a statement that cannot be written, in one flight"(stage: Stage) {
    const sql = stage.open();
    const read = (value: string | undefined) =>
      seen(
        stage,
        // As a caller without types would send it.
        inOneFlight(sql, (connection) => connection`select ${value as string}::text as x`),
      );
    const before = await read("first");
    return { before, unwritable: await read(undefined), next: await read("second") };
  },

  async "a statement that cannot be written, among those of other callers"(stage: Stage) {
    const sql = stage.open();
    await sql`select 1`;
    const questions = [
      sql`select 'first' as x`,
      sql`select ${undefined as unknown as string} as x`, // as a caller without types would send it
      sql`select 'third' as x`,
      sql`select 'fourth' as x`,
    ];
    return Promise.all(
      questions.map((question) =>
        seen(
          stage,
          question.then(([row]) => String(row?.x)),
        ),
      ),
    );
  },

  async "BEGIN is the statement at which the pipeline is full"(stage: Stage) {
    await stage.onlooker`create table written (n int)`;
    const sql = stage.open({ max: 2, max_pipeline: 10 } as { max: number }); // missing in the driver's types
    await Promise.all([sql`select pg_sleep(0.05)`, sql`select pg_sleep(0.05)`]);
    const plain = Array.from({ length: 20 }, () => sql`select 1`.execute());
    const transaction = await settled(
      stage,
      sql.begin((inside) => inside`insert into written values (1)`),
    );
    await Promise.all(plain);
    const others = [2, 3, 4, 5].map((n) => settled(stage, sql`insert into written values (${n})`.execute()));
    const acknowledged = (await Promise.all([transaction, ...others])).filter((said) => said === "resolved");
    const rows = await stage.onlooker`select n from written`;
    const [left] = await stage.onlooker<{ n: number }[]>`
      select count(*)::int as n from pg_stat_activity
      where application_name = ${stage.applicationName} and state = 'idle in transaction'`;
    return {
      transaction,
      lost: acknowledged.length - rows.length,
      leftInTransaction: left?.n,
    };
  },
} satisfies Record<string, Scene>;
