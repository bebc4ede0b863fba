import { impatient, pidOf, type Scene, type Stage, seen, settled } from "./stage.ts";

/** The backend stops as if its machine hung, for as long as the work takes. */
const frozen = async <T>(pid: number, work: () => Promise<T>): Promise<T> => {
  process.kill(pid, "SIGSTOP");
  try {
    return await work();
  } finally {
    process.kill(pid, "SIGCONT");
  }
};

export const frozenScenes = {
  async "a statement on a backend that has frozen, with the server's own time-out"(stage: Stage) {
    const sql = stage.open({ as: "program" });
    await sql.unsafe("set statement_timeout = '200ms'");
    const asked = () => settled(impatient(stage), sql`select 1`);
    return frozen(await pidOf(sql), asked);
  },

  async "a deadline passes in a transaction while its backend is frozen; its work goes on after the thaw"(
    stage: Stage,
  ) {
    process.on("unhandledRejection", () => {});
    await stage.onlooker`create table written (n int)`;
    const sql = stage.open();
    const pid = await pidOf(sql);
    const late = Promise.withResolvers<string>();
    const told = Promise.withResolvers<string>();
    const unit = sql.begin(async (transaction) => {
      await transaction`insert into written values (1)`;
      const tooLate = new Promise<never>((_, reject) => setTimeout(reject, 200, new Error("too late")));
      const work = async () => {
        await frozen(pid, () => tooLate).catch(() => {});
        await told.promise;
        late.resolve(
          seen(
            stage,
            transaction`insert into written values (2)`.then(() => "stored"),
          ),
        );
      };
      return Promise.race([tooLate, work()]);
    });
    told.resolve(settled(stage, unit));
    return {
      unit: await told.promise,
      late: await late.promise,
      rows: (await stage.onlooker<{ n: number }[]>`select n from written`).map(({ n }) => n),
    };
  },
} satisfies Record<string, Scene>;
