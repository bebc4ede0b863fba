import { createHash } from "node:crypto";
import {
  driverValues,
  idempotencyRecord,
  placesFor,
  prepared,
  type TenantTx,
} from "@vehicle-contracts/database";
import { and, eq, sql } from "drizzle-orm";
import { stringify } from "safe-stable-stringify";
import type { Actor } from "../actor.ts";
import { ServiceError } from "../service-error.ts";

/** Sorted, and without what is null: left out or null is the same (docs/wire.md). */
const fingerprintOf = (procedure: string, input: unknown) =>
  createHash("sha256")
    .update(`${procedure}\n${stringify(input, (_, value: unknown) => value ?? undefined)}`)
    .digest("hex");

const record = idempotencyRecord;
const row = and(
  eq(record.enterpriseId, sql.placeholder("enterpriseId")),
  eq(record.actorId, sql.placeholder("actorId")),
  eq(record.key, sql.placeholder("key")),
);
const insert = prepared("take_idempotency_key", (db) =>
  db
    .insert(record)
    .values(placesFor(["enterpriseId", "actorId", "key", "fingerprint", "createdAt"]) as never)
    .onConflictDoNothing()
    .returning({ key: record.key }),
);
const first = prepared("idempotency_record", (db) => db.select().from(record).where(row));
const keepAnswer = prepared("keep_answer", (db) =>
  db
    .update(record)
    .set(placesFor(["answer"]))
    .where(row),
);

/** A call that a client may send again, and its input. */
export type KeyedCall = { procedure: string; key: string; input: unknown };

/** An idempotency key that the actor's call has taken: nobody called with it before. */
export type TakenKey<Answer> = {
  /** Keeps the answer, which the same call is given when it comes again. */
  keep(answer: Answer): Promise<unknown>;
};

/**
 * Takes the actor's key for a call, or answers what the first call with it answered. To be asked before everything else
 * of the call, so that a second call waits for the first one's end (at most lock_timeout, then
 * IDEMPOTENCY_KEY_IN_PROGRESS). Throws IDEMPOTENCY_KEY_REUSED where the key came with another input.
 */
export async function takeKey<Answer>(
  tx: TenantTx,
  actor: Actor,
  call: KeyedCall,
): Promise<TakenKey<Answer> | { answered: Answer }> {
  const fingerprint = fingerprintOf(call.procedure, call.input);
  const named = { actorId: `${actor.kind}:${actor.id}`, key: call.key };
  const inserted = await insert(tx, { ...named, fingerprint, createdAt: tx.startedAt }).catch(
    (error: unknown) => {
      throw isLockTimeout(error)
        ? new ServiceError({
            code: "IDEMPOTENCY_KEY_IN_PROGRESS",
            message: "The first call with this idempotency key is still running. Try again in a moment.",
          })
        : error;
    },
  );
  if (inserted.length > 0)
    return { keep: (answer) => keepAnswer(tx, { ...named, ...driverValues(record, { answer }) }) };
  const [before] = await first(tx, named);
  if (before?.fingerprint !== fingerprint)
    throw new ServiceError({
      code: "IDEMPOTENCY_KEY_REUSED",
      message: "This idempotency key was used with another input. Use a new key for a new record.",
    });
  // What the first call answered, written by the same procedure.
  return { answered: before.answer as Answer };
}

/** Runs `work` at most once for the actor's key: the same key and input answer the first result again. As `takeKey`. */
export async function once<Answer>(
  tx: TenantTx,
  actor: Actor,
  call: KeyedCall,
  work: () => Promise<Answer>,
): Promise<Answer> {
  const key = await takeKey<Answer>(tx, actor, call);
  if ("answered" in key) return key.answered;
  const answer = await work();
  await tx.last(key.keep(answer));
  return answer;
}

/** PostgreSQL's lock_not_available, under Drizzle's wrapper or not. */
function isLockTimeout(error: unknown): boolean {
  for (let cause = error; typeof cause === "object" && cause !== null; cause = Reflect.get(cause, "cause"))
    if (Reflect.get(cause, "code") === "55P03") return true;
  return false;
}
