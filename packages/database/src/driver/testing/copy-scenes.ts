import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type postgres from "postgres";
import { isRunning, pidOf, type Scene, type Stage, seen, settled, terminate, until } from "./stage.ts";

const copyOne = async (sql: postgres.ISql) =>
  pipeline(Readable.from(["1\n"]), await sql`copy written from stdin`.writable());

const stored = async (stage: Stage) =>
  (await stage.onlooker<{ n: number }[]>`select n from written`).map(({ n }) => n);

/** What a copy says is asked for once its fate is sealed; until then nobody is there to hear that it failed. */
function told(copy: Promise<unknown>): Promise<string> {
  const copying = copy.then(() => "stored");
  copying.catch(() => undefined);
  return copying;
}

export const copyScenes = {
  async "a COPY is refused at its end by a constraint"(stage: Stage) {
    await stage.onlooker`create table written (n int primary key)`;
    const sql = stage.open();
    await sql`insert into written values (1)`;
    const pid = await pidOf(sql);
    const copying = told(copyOne(sql));
    await until(async () => {
      const refused = await stage.onlooker`
        select from pg_stat_activity where pid = ${pid} and state = 'idle' and query like 'copy written%'`;
      return refused.length > 0;
    });
    // As published, its success is taken for that of the copy.
    await settled(stage, sql`select 1`);
    return { copy: await seen(stage, copying), rows: await stored(stage) };
  },

  async "a COPY waits for its end when its backend dies"(stage: Stage) {
    await stage.onlooker.unsafe(`
      create table written (n int primary key);
      create function dawdle() returns trigger language plpgsql as 'begin perform pg_sleep(60); return new; end';
      create trigger dawdle before insert on written for each row execute function dawdle()`);
    const sql = stage.open({ backoff: () => 0.05 });
    const pid = await pidOf(sql);
    const copying = told(copyOne(sql));
    await isRunning(stage, pid, "copy written");
    await terminate(stage, pid);
    await settled(stage, sql`select 1`);
    await settled(stage, sql`select 1`);
    return { copy: await seen(stage, copying), rows: await stored(stage) };
  },
} satisfies Record<string, Scene>;
