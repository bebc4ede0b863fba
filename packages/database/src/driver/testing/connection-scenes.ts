import { cuttingProxy } from "./cutting-proxy.ts";
import { type Scene, type Stage, seen, settled } from "./stage.ts";

export const connectionScenes = {
  async "cut in the middle of an answer, then another question"(stage: Stage) {
    const url = await cuttingProxy(
      stage.superuserUrl,
      ({ from, bytes }) => from === "server" && bytes.includes("half of it"),
    );
    const sql = stage.open({ url, fetch_types: false });
    const answer = await settled(
      stage,
      sql.unsafe("select 'half of it', repeat('x', 3000) from generate_series(1, 900)"),
    );
    return {
      answer,
      next: await seen(
        stage,
        sql`select 1 as one`.then((rows) => rows.length),
      ),
    };
  },

  async "cut while the driver asks whether the server takes writes"(stage: Stage) {
    const url = await cuttingProxy(stage.superuserUrl, ({ from, bytes }) => {
      // As servers before PostgreSQL 14, which do not say it by themselves: the driver asks.
      const said = bytes.indexOf("in_hot_standby");
      if (from === "server" && said >= 0) bytes.write("is", said);
      return from === "driver" && bytes.includes("pg_is_in_recovery");
    });
    const sql = stage.open({ url, target_session_attrs: "read-write", backoff: () => 0.05 });
    const question = await settled(stage, sql`select 1`);
    return { question, next: await settled(stage, sql`select 1`) };
  },
} satisfies Record<string, Scene>;
