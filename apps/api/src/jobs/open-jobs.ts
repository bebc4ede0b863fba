import type { Database } from "@vehicle-contracts/database/unit-of-work";
import { faultOf } from "@vehicle-contracts/trpc-router";
import type { FastifyBaseLogger } from "fastify";
import { type Job, PgBoss } from "pg-boss";
import { runContractClock } from "./contract-clock.ts";

export type JobsOptions = {
  /** Address of the database as the program's role, for the queue's own connections: two at most. */
  url: string;
  database: Database;
  log: FastifyBaseLogger;
  /** Seconds between two looks for work; 0.5 or more, default 15. */
  pollingSeconds?: number;
};

export type Jobs = {
  /** Ends what runs after the batch in hand, and the connections. */
  stop(): Promise<void>;
};

/** The queue of the clock. One run at a time among all machines; what is asked for besides is the same run. */
export const clockQueue = "contract-clock";
/** Every five minutes, so that each store's midnight is soon followed, whatever its zone. */
const everyFiveMinutes = "*/5 * * * *";
/** Milliseconds that a run has to finish its batch when the program stops. */
const patience = 10_000;

/**
 * Runs the jobs of this process. The queue's schema is installed by the migrations: this refuses another version's, and
 * changes none. Rejects where the database does not answer.
 */
export async function openJobs({ url, database, log, pollingSeconds = 15 }: JobsOptions): Promise<Jobs> {
  const stopping = new AbortController();
  const boss = new PgBoss({
    connectionString: url,
    schema: "jobs",
    max: 2,
    application_name: "vehicle-contracts jobs",
    migrate: false,
    createSchema: false,
    // The role that this is cannot, and the queue is small.
    reindex: false,
    monitorVacuum: false,
    registerInstance: false,
    openTelemetry: { enabled: false },
  });
  boss.on("error", (error) => log.error({ fault: faultOf(error) }, "jobs"));
  boss.on("warning", ({ message }) => log.warn({ warning: message }, "jobs"));
  await boss.start();
  try {
    await boss.createQueue(clockQueue, {
      policy: "exclusive",
      retryLimit: 2,
      retryDelay: 60,
      // A run whose machine was lost is given to another after that.
      expireInSeconds: 900,
      retentionSeconds: 3_600,
      deleteAfterSeconds: 86_400,
    });
    await boss.schedule(clockQueue, everyFiveMinutes);
    // What was due while nothing ran is not left for the next five minutes.
    await boss.send(clockQueue);
    await boss.work(clockQueue, { pollingIntervalSeconds: pollingSeconds }, async ([job]: Job[]) => {
      if (!job) return;
      const signal = AbortSignal.any([job.signal, stopping.signal]);
      await runContractClock(database, log, { signal, runId: job.id });
    });
  } catch (error) {
    await boss.stop({ graceful: false });
    throw error;
  }
  return {
    async stop() {
      stopping.abort();
      await boss.stop({ graceful: true, timeout: patience });
    },
  };
}
