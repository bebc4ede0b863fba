import type postgres from "postgres";
import { impatient, type Scene, settled } from "./stage.ts";

/** As many transactions as there are connections; within each, once all have theirs, one more statement. */
const full =
  (oneMore: (pool: postgres.Sql, transaction: postgres.TransactionSql) => Promise<unknown>): Scene =>
  async (stage) => {
    const max = 3;
    const sql = stage.open({ max });
    let inside = 0;
    const allInside = Promise.withResolvers<void>();
    const units = Array.from({ length: max }, () =>
      sql.begin(async (transaction) => {
        await transaction`select 1`;
        inside += 1;
        if (inside === max) allInside.resolve();
        await allInside.promise;
        await oneMore(sql, transaction);
      }),
    );
    const outcomes = await settled(impatient(stage), Promise.all(units));
    const sessions = await stage.onlooker<{ state: string }[]>`
      select state from pg_stat_activity where application_name = ${stage.applicationName}`;
    return { units: outcomes, sessions: sessions.map(({ state }) => state) };
  };

export const poolInTransactionScenes = {
  "full of transactions, each of which asks the pool once more": full((pool) => pool`select 2`.execute()),
  "full of transactions, each of which asks its own transaction once more": full(
    (_pool, transaction) => transaction`select 2`,
  ),
} satisfies Record<string, Scene>;
