import { createHash } from "node:crypto";
import { idempotencyRecord, type TenantTx } from "@vehicle-contracts/database";
import { and, eq } from "drizzle-orm";
import { stringify } from "safe-stable-stringify";
import type { Actor } from "../actor.ts";
import { ServiceError } from "../service-error.ts";

/** Sorted, and without what is null: left out or null is the same (docs/wire.md). */
const fingerprintOf = (procedure: string, input: unknown) =>
  createHash("sha256")
    .update(`${procedure}\n${stringify(input, (_, value: unknown) => value ?? undefined)}`)
    .digest("hex");

/**
 * Runs `work` at most once for the actor's key: the same key and input answer the first result again. The record goes
 * in first, so that a second call waits for the first one's end (at most lock_timeout, then
 * IDEMPOTENCY_KEY_IN_PROGRESS). Throws IDEMPOTENCY_KEY_REUSED where the key came with another input.
 */
export async function once<Answer>(
  tx: TenantTx,
  actor: Actor,
  call: { procedure: string; key: string; input: unknown },
  work: () => Promise<Answer>,
): Promise<Answer> {
  const fingerprint = fingerprintOf(call.procedure, call.input);
  const row = and(
    eq(idempotencyRecord.enterpriseId, actor.enterpriseId),
    eq(idempotencyRecord.actorId, `${actor.kind}:${actor.id}`),
    eq(idempotencyRecord.key, call.key),
  );
  const inserted = await tx
    .insert(idempotencyRecord)
    .values({
      enterpriseId: actor.enterpriseId,
      actorId: `${actor.kind}:${actor.id}`,
      key: call.key,
      fingerprint,
      answer: null,
      createdAt: tx.startedAt,
    })
    .onConflictDoNothing()
    .returning({ key: idempotencyRecord.key })
    .catch((error: unknown) => {
      throw isLockTimeout(error)
        ? new ServiceError({
            code: "IDEMPOTENCY_KEY_IN_PROGRESS",
            message: "The first call with this idempotency key is still running. Try again in a moment.",
          })
        : error;
    });
  if (inserted.length > 0) {
    const answer = await work();
    await tx.update(idempotencyRecord).set({ answer }).where(row);
    return answer;
  }
  const [first] = await tx.select().from(idempotencyRecord).where(row);
  if (first?.fingerprint !== fingerprint)
    throw new ServiceError({
      code: "IDEMPOTENCY_KEY_REUSED",
      message: "This idempotency key was used with another input. Use a new key for a new record.",
    });
  // What the first call answered, written above by the same procedure.
  return first.answer as Answer;
}

/** PostgreSQL's lock_not_available, under Drizzle's wrapper or not. */
function isLockTimeout(error: unknown): boolean {
  for (let cause = error; typeof cause === "object" && cause !== null; cause = Reflect.get(cause, "cause"))
    if (Reflect.get(cause, "code") === "55P03") return true;
  return false;
}
