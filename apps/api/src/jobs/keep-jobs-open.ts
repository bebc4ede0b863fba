import { setTimeout as wait } from "node:timers/promises";
import { faultOf } from "@vehicle-contracts/trpc-router";
import { type Jobs, type JobsOptions, openJobs } from "./open-jobs.ts";

/** Milliseconds after which opening is tried again, while the database does not answer. */
const pause = 30_000;

/**
 * The jobs beside a program that need not wait for them: `start` returns at once and opens them in the background, again
 * and again where that fails; `stop` ends them, whether they are open yet or not.
 */
export function keepJobsOpen(options: JobsOptions): { start(): void; stop(): Promise<void> } {
  const stopping = new AbortController();
  let opening: Promise<Jobs | null> = Promise.resolve(null);

  async function open(): Promise<Jobs | null> {
    while (!stopping.signal.aborted) {
      try {
        return await openJobs(options);
      } catch (error) {
        options.log.error({ fault: faultOf(error) }, "jobs not started");
        await wait(pause, undefined, { signal: stopping.signal, ref: false }).catch(() => {});
      }
    }
    return null;
  }

  return {
    start() {
      opening = open();
    },
    async stop() {
      stopping.abort();
      await (await opening)?.stop();
    },
  };
}
