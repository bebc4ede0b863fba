import { organization } from "@vehicle-contracts/database";
import type { Database } from "@vehicle-contracts/database/unit-of-work";
import { clockActor, moveByClock } from "@vehicle-contracts/services";
import { faultOf } from "@vehicle-contracts/trpc-router";
import type { FastifyBaseLogger } from "fastify";

/** How a run is told to stop, and what the log names it by: a UUID. */
export type ClockRun = { readonly signal: AbortSignal; readonly runId: string };

/** More than a batch takes on a busy machine; nobody waits for it. */
const deadlineMs = 30_000;

/**
 * Stores, for every enterprise, what time has done to its contracts: batch by batch, each a unit of work of its own, until
 * nothing is due or the run is told to stop. What of it is stored stays; the next run goes on. An enterprise that fails does
 * not keep the others waiting; the run rejects in the end then, so that it is tried again. Answers how many were moved.
 */
export async function runContractClock(
  database: Database,
  log: FastifyBaseLogger,
  { signal, runId }: ClockRun,
): Promise<number> {
  const enterprises = await database.signIn.select({ id: organization.id }).from(organization);
  let moved = 0;
  let failed = 0;
  for (const { id } of enterprises) {
    try {
      moved += await runOf(database, id, { signal, runId });
    } catch (error) {
      failed += 1;
      log.error({ fault: faultOf(error), enterpriseId: id, correlationId: runId }, "contract clock failed");
    }
    if (signal.aborted) break;
  }
  if (moved > 0) log.info({ moved, correlationId: runId }, "contract clock");
  if (failed > 0) throw new Error(`${failed} of ${enterprises.length} enterprises failed.`);
  return moved;
}

async function runOf(database: Database, enterpriseId: string, { signal, runId }: ClockRun): Promise<number> {
  let moved = 0;
  while (!signal.aborted) {
    const actor = clockActor(enterpriseId, runId);
    const batch = await database.write(enterpriseId, (tx) => moveByClock(tx, actor), {
      deadlineMs,
      oneService: true,
    });
    if (batch.moved === 0) break;
    moved += batch.moved;
  }
  return moved;
}
