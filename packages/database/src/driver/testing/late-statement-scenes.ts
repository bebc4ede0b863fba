import { randomUUID } from "node:crypto";
import type postgres from "postgres";
import { pidOf, type Scene, type Stage, seen, terminate } from "./stage.ts";

/**
 * A and B are enterprises under the forced policies of the register, on the one connection that there is. In `traces`,
 * which has no policy, stands for which of them a statement really ran.
 */
async function twoTenants(stage: Stage) {
  const [A, B] = [randomUUID(), randomUUID()];
  await stage.onlooker.unsafe(`
    create table traces (said text, ran_for text default current_setting('app.enterprise_id', true));
    grant select, insert on traces to public;
    insert into enterprise values ('${A}', 'A', now()), ('${B}', 'B', now())`);
  const sql = stage.open({ as: "program", backoff: () => 0.05 });
  const as = (transaction: postgres.ISql, tenant: string) =>
    transaction.unsafe(`set local app.enterprise_id = '${tenant}'`).execute();
  const nameOf = (tenant: string | null | undefined) => (tenant === A ? "A" : tenant === B ? "B" : "nobody");
  const read = (transaction: postgres.ISql, tenant: string) =>
    seen(
      stage,
      transaction<
        { name: string }[]
      >`select name from enterprise where enterprise_id in (${A}, ${B}) order by name`.then((rows) => ({
        sees: rows.map(({ name }) => name),
        from: tenant,
      })),
    );
  return {
    sql,
    asA: (transaction: postgres.ISql) => as(transaction, A),
    asB: (transaction: postgres.ISql) => as(transaction, B),
    /** A statement of A's that comes too late: it reads, it writes. */
    late: async (transaction: postgres.ISql) => [
      await read(transaction, "A"),
      await seen(
        stage,
        transaction`insert into traces (said) values ('A')`.then(() => "stored"),
      ),
    ],
    readsAsB: (transaction: postgres.ISql) => read(transaction, "B"),
    /** What was written late, and in whose transaction. */
    traces: async () => {
      const rows = await stage.onlooker<{ ranFor: string | null }[]>`select ran_for as "ranFor" from traces`;
      return rows.map(({ ranFor }) => nameOf(ranFor));
    },
  };
}

/** Ends A's transaction while its work goes on: late statements come while B is on the connection, and after that. */
const lateAfter =
  (
    end: (
      stage: Stage,
      sql: postgres.Sql,
      asA: (transaction: postgres.ISql) => PromiseLike<unknown>,
      goOn: (transaction: postgres.ISql) => Promise<void>,
    ) => Promise<unknown>,
  ): Scene =>
  async (stage) => {
    // As published, the process would die of the TypeError first; here is what it does where that is survived.
    process.on("uncaughtException", () => {});
    process.on("unhandledRejection", () => {});
    const { sql, asA, asB, late, readsAsB, traces } = await twoTenants(stage);
    const bIsIn = Promise.withResolvers<void>();
    const aWasLate = Promise.withResolvers<void>();
    const bIsDone = Promise.withResolvers<void>();
    const aIsDone = Promise.withResolvers<void>();
    const saw: Record<string, unknown> = {};
    const a = end(stage, sql, asA, async (transaction) => {
      await bIsIn.promise;
      saw.whileBIsIn = await late(transaction);
      aWasLate.resolve();
      await bIsDone.promise;
      saw.afterB = await late(transaction);
      aIsDone.resolve();
    });
    await a.catch(() => {});
    const b = sql.begin(async (transaction) => {
      await asB(transaction);
      bIsIn.resolve();
      await aWasLate.promise;
      return readsAsB(transaction);
    });
    saw.b = await seen(stage, b);
    bIsDone.resolve();
    await aIsDone.promise;
    return { ...saw, traces: await traces() };
  };

export const lateStatementScenes = {
  "late statements after the death of their backend": lateAfter((stage, sql, asA, goOn) =>
    sql.begin(async (transaction) => {
      await asA(transaction);
      await terminate(stage, await pidOf(transaction));
      await goOn(transaction);
    }),
  ),

  "late statements after a Promise.all gave up": lateAfter((_stage, sql, asA, goOn) =>
    sql.begin(async (transaction) => {
      await asA(transaction);
      await Promise.all([transaction`select 1 / 0`, goOn(transaction)]);
    }),
  ),

  "late statements after a deadline gave up": lateAfter((_stage, sql, asA, goOn) =>
    sql.begin(async (transaction) => {
      await asA(transaction);
      await Promise.race([Promise.reject(new Error("too late")), goOn(transaction)]);
    }),
  ),

  "late statements after a COMMIT that did not wait for them": lateAfter((_stage, sql, asA, goOn) =>
    sql.begin(async (transaction) => {
      await asA(transaction);
      void goOn(transaction);
    }),
  ),

  "late statements on a connection that was given back": lateAfter(async (_stage, sql, asA, goOn) => {
    const connection = await sql.reserve();
    await connection`begin`;
    await asA(connection);
    await connection`commit`;
    connection.release();
    void goOn(connection);
  }),
} satisfies Record<string, Scene>;
