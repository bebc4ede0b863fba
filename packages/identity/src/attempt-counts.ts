import { createHash } from "node:crypto";
import { signInLimit } from "@vehicle-contracts/database";
import type { SignInDatabase } from "@vehicle-contracts/database/unit-of-work";
import { and, eq, inArray, lte, type SQL, sql } from "drizzle-orm";
import { type Clock, instantAt } from "./clock.ts";

/** How failures slow the next attempt down. All in seconds. */
export type Slowing = {
  /** Failures that cost nothing. */
  readonly free: number;
  /** The wait after the last free one; it doubles with each further failure. */
  readonly firstWait: number;
  readonly longestWait: number;
  /** One failure is forgiven each time so much has gone by. */
  readonly forgivenAfter: number;
};

/** What an attempt is counted under. */
export type Count = { readonly key: string; readonly slowing: Slowing };

/** What an attempt was counted under, and until when each of these counts lets nobody pass. */
export type Taken = readonly { readonly key: string; readonly nextAt: string }[];

/** Counts attempts in the database, for all processes together. Whoever counts under several names them in one order always. */
export type AttemptCounts = {
  /** Counts an attempt as failed, before it is looked at, under all or none. Answers what it counted, or the whole seconds to wait. */
  take(counts: readonly Count[]): Promise<{ taken: Taken } | { waitSeconds: number }>;
  /** It was no failure: it does not count. */
  giveBack(taken: Taken): Promise<void>;
  /** All failures under these are forgotten. */
  forget(taken: Taken): Promise<void>;
};

/** Hashed: a stranger chooses what is in it, and so the length of what would be kept. */
export const countKey = (kind: string, ...values: string[]): string =>
  createHash("sha256")
    .update([kind, ...values].join("\n"))
    .digest("base64url");

class Refused extends Error {}

export function openAttemptCounts({
  signIn,
  clock,
}: {
  signIn: SignInDatabase;
  clock: Clock;
}): AttemptCounts {
  async function secondsToWait(counts: readonly Count[]): Promise<number> {
    const now = clock();
    const keys = counts.map(({ key }) => key);
    const rows = await signIn
      .select({ nextAt: signInLimit.nextAt })
      .from(signInLimit)
      .where(inArray(signInLimit.key, keys));
    const longest = Math.max(0, ...rows.map(({ nextAt }) => Date.parse(nextAt) - now));
    return Math.ceil(longest / 1000);
  }

  return {
    async take(counts) {
      // Whoever has to wait is told so without a write.
      const waitSeconds = await secondsToWait(counts);
      if (waitSeconds > 0) return { waitSeconds };
      await forgetSome(signIn, clock());
      try {
        return await signIn.transaction(async (tx) => {
          const taken: Taken[number][] = [];
          for (const { key, slowing } of counts) {
            const nextAt = await count(tx, key, slowing, clock());
            // Another took the last place meanwhile: none of it is counted.
            if (nextAt === null) throw new Refused();
            taken.push({ key, nextAt });
          }
          return { taken };
        });
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        return { waitSeconds: Math.max(1, await secondsToWait(counts)) };
      }
    },
    async giveBack(taken) {
      const now = sql`${instantAt(clock())}::timestamptz`;
      // A wait that this attempt caused ends; one that others caused stays.
      for (const { key, nextAt } of taken)
        await signIn
          .update(signInLimit)
          .set({
            failures: sql`greatest(0, ${signInLimit.failures} - 1)`,
            nextAt: sql`case when ${signInLimit.nextAt} = ${nextAt}::timestamptz then least(${signInLimit.nextAt}, ${now}) else ${signInLimit.nextAt} end`,
          })
          .where(eq(signInLimit.key, key));
    },
    async forget(taken) {
      const keys = taken.map(({ key }) => key);
      await signIn.delete(signInLimit).where(inArray(signInLimit.key, keys));
    },
  };
}

type Tx = Pick<SignInDatabase, "insert" | "update">;

/** One failure more, where the count lets it pass; answers when it lets the next one pass, null where it did not. */
async function count(tx: Tx, key: string, slowing: Slowing, at: number): Promise<string | null> {
  const { free, firstWait, longestWait, forgivenAfter } = slowing;
  const now = sql`${instantAt(at)}::timestamptz`;
  const left = sql`greatest(0, ${signInLimit.failures} - floor(extract(epoch from ${now} - ${signInLimit.countedAt}) / ${forgivenAfter}::float8))::integer`;
  const seconds = (failures: SQL) =>
    sql`case when ${failures} < ${free}::integer then 0
      else least(${longestWait}::float8, ${firstWait}::float8 * power(2, least(30, ${failures} - ${free}::integer))) end`;
  // Where nothing is to be waited for it is long past: attempts at one moment, of which one was counted before another
  // that looked at the clock first, would otherwise refuse each other.
  const after = (failures: SQL) =>
    sql`case when ${failures} < ${free}::integer then timestamptz 'epoch'
      else ${now} + make_interval(secs => ${seconds(failures)}) end`;
  const end = (failures: SQL) =>
    sql`${now} + make_interval(secs => greatest(${seconds(failures)}, ${failures} * ${forgivenAfter}::float8))`;
  const first = sql`1::integer`;
  const more = sql`(${left} + 1)`;
  const [row] = await tx
    .insert(signInLimit)
    .values({
      key,
      failures: 1,
      countedAt: instantAt(at),
      nextAt: after(first),
      forgottenAt: end(first),
    })
    .onConflictDoUpdate({
      target: signInLimit.key,
      set: { failures: more, countedAt: instantAt(at), nextAt: after(more), forgottenAt: end(more) },
      setWhere: lte(signInLimit.nextAt, instantAt(at)),
    })
    .returning({ nextAt: signInLimit.nextAt });
  return row?.nextAt ?? null;
}

/** A stranger can make up any number of accounts: now and then, rows that count for nothing any more go. */
async function forgetSome(signIn: SignInDatabase, now: number): Promise<void> {
  if (Math.random() > 0.02) return;
  const over = lte(signInLimit.forgottenAt, instantAt(now));
  const some = signIn
    .select({ key: signInLimit.key })
    .from(signInLimit)
    .where(over)
    .limit(500)
    .for("update", { skipLocked: true });
  await signIn.delete(signInLimit).where(and(inArray(signInLimit.key, some), over));
}
