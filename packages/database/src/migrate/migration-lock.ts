import { setTimeout as wait } from "node:timers/promises";
import type postgres from "postgres";
import { DatabaseRefused } from "./refused.ts";

/** Any number, the same in every version of the program: who holds it migrates. */
const migrationLock = "7261540118";
const askEveryMs = 100;

/**
 * Runs `work` while nobody else migrates, or, `shared`, while nobody migrates at all. The session is `sql`'s only one,
 * and is not exchanged under way. Waits for others for a minute, then throws DatabaseRefused.
 *
 * It asks again and again: a session that waits within a statement would be waited for by an index that is made
 * concurrently, by the very one it waits for.
 */
export async function withMigrationLock<T>(
  sql: postgres.Sql,
  { place, shared = false }: { place: string; shared?: boolean },
  work: () => Promise<T>,
): Promise<T> {
  const form = shared ? "_shared" : "";
  const until = performance.now() + 60_000;
  for (;;) {
    const [answer] = await sql.unsafe<{ taken: boolean }[]>(
      `select pg_try_advisory_lock${form}(${migrationLock}) as taken`,
    );
    if (answer?.taken) break;
    if (performance.now() > until)
      throw new DatabaseRefused(
        `Another program has been migrating the database at ${place}, or making a backup of it, for over a minute: try again when it is done.`,
      );
    await wait(askEveryMs);
  }
  const result = await work();
  await sql.unsafe(`select pg_advisory_unlock${form}(${migrationLock})`);
  return result;
}
