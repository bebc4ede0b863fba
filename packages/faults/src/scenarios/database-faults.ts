import { setTimeout as wait } from "node:timers/promises";
import { sql } from "drizzle-orm";
import type { Scenario, Trial } from "./trial.ts";
import { underWorkers } from "./under-workers.ts";

/** The server's processes that work for the API. */
async function backends({ database }: Pick<Trial, "database">): Promise<number[]> {
  const rows = await database.signIn.execute<{ pid: number }>(
    sql`select pid from pg_stat_activity where usename = current_user and application_name like 'vehicle-contracts api%'`,
  );
  return rows.map(({ pid }) => Number(pid));
}

async function terminate(trial: Trial): Promise<void> {
  for (let number = 0; number < 2; number += 1) {
    const pid = trial.chance.pick(await backends(trial));
    if (pid !== undefined) await trial.database.signIn.execute(sql`select pg_terminate_backend(${pid}::int)`);
  }
  await wait(trial.chance.int(50, 250));
}

async function killBackend(trial: Trial): Promise<void> {
  await wait(trial.chance.int(300, 1_500));
  const pid = trial.chance.pick(await backends(trial));
  if (pid === undefined) return;
  // PostgreSQL then ends all others too, and recovers.
  await trial.server.untilRecovered(() => process.kill(pid, "SIGKILL"));
  await trial.outageEnded();
}

async function killServer(trial: Trial): Promise<void> {
  await wait(trial.chance.int(300, 1_500));
  await trial.server.kill();
  await wait(trial.chance.int(0, 1_500));
  await trial.server.start();
  await trial.outageEnded();
}

export const backendsTerminated: Scenario = {
  name: "backends-terminated",
  breaks: "pg_terminate_backend of connections of the API, again and again",
  run: underWorkers(terminate),
};

export const backendKilled: Scenario = {
  name: "backend-killed",
  breaks: "kill -9 of a connection's process, upon which PostgreSQL ends all and recovers",
  run: underWorkers(killBackend),
};

export const databaseKilled: Scenario = {
  name: "database-killed",
  breaks: "kill -9 of PostgreSQL, and its start after a while",
  run: underWorkers(killServer),
};

export const databaseFaults = [terminate, killBackend, killServer];
