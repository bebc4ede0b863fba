import type { Operation, TRPCLink } from "@trpc/client";
import { observable, observableToPromise } from "@trpc/server/observable";
import type { AppRouter } from "@vehicle-contracts/trpc-router";
import type { AccessTokens } from "./access-token.ts";
import { failureOf } from "./failure.ts";
import { VehicleContractsError } from "./problem-error.ts";

/** What the link knows of one try of a call, and the links below tell it: see `headersOfBatch`. */
export type Try = { correlationId: string; token: string | null };
export const tryOf = (operation: Operation): Try | null => (operation.context.try as Try | undefined) ?? null;

type Resilience = {
  tokens: AccessTokens;
  /** Milliseconds for one call with all its tries. */
  deadlineMs: number;
  /** Tries in all, the first included. */
  maxTries: number;
};

/**
 * Tries a call again where that is safe: questions, and changes whose input carries an idempotency key; after network
 * errors, 429, 503 and a key whose first call still runs. It waits as long as Retry-After says, else longer each time.
 * A token that is refused is renewed once, for any call, since a refused call did nothing.
 */
export const resilientLink =
  ({ tokens, deadlineMs, maxTries }: Resilience): TRPCLink<AppRouter> =>
  () =>
  ({ op, next }) =>
    observable((observer) => {
      const gone = new AbortController();
      const late = AbortSignal.timeout(deadlineMs);
      const signal = AbortSignal.any([gone.signal, late, ...(op.signal ? [op.signal] : [])]);
      const endsAt = Date.now() + deadlineMs;
      let last: Try = { correlationId: crypto.randomUUID(), token: null };

      const oneTry = async () => {
        last = { correlationId: crypto.randomUUID(), token: null };
        const answer = observableToPromise(next({ ...op, signal, context: { ...op.context, try: last } }));
        return await unlessAborted(answer, signal);
      };
      const run = async () => {
        let renewed = false;
        for (let tries = 1; ; tries += 1) {
          try {
            return await oneTry();
          } catch (error) {
            if (signal.aborted) throw endedBy(signal, late, last.correlationId, error);
            const failure = failureOf(error, last.correlationId);
            if (failure.problem?.code === "UNAUTHENTICATED" && last.token !== null && !renewed) {
              renewed = true;
              tokens.refused(last.token);
              continue;
            }
            const delay = delayBefore(failure, tries);
            const mayTryAgain = tries < maxTries && isSafeToRepeat(op, last) && passes(failure);
            if (!mayTryAgain || Date.now() + delay >= endsAt) throw failure;
            await pause(delay, signal).catch((ended: unknown) => {
              throw endedBy(signal, late, last.correlationId, ended);
            });
          }
        }
      };
      run().then(
        (envelope) => {
          observer.next(envelope);
          observer.complete();
        },
        (error: unknown) => observer.error(failureOf(error, last.correlationId)),
      );
      return () => gone.abort();
    });

/** Before a token was there, nothing was sent: any call may then be tried again. */
function isSafeToRepeat(op: Operation, last: Try): boolean {
  if (op.type === "query" || last.token === null) return true;
  return (
    typeof op.input === "object" &&
    op.input !== null &&
    typeof Reflect.get(op.input, "idempotencyKey") === "string"
  );
}

const passingCodes: ReadonlySet<string> = new Set([
  "LIMIT_EXCEEDED",
  "OVERLOADED",
  "IDEMPOTENCY_KEY_IN_PROGRESS",
]);
const passes = ({ reason, problem }: VehicleContractsError): boolean =>
  problem ? passingCodes.has(problem.code) : reason === "unreachable";

/** Milliseconds: Retry-After and up to a tenth more, else 200 · 2^(tries−1), up to 5 s, of which the half is by chance. */
function delayBefore(failure: VehicleContractsError, tries: number): number {
  if (failure.retryAfterSeconds !== null) return failure.retryAfterSeconds * 1000 * (1 + Math.random() / 10);
  const longest = Math.min(5_000, 200 * 2 ** (tries - 1));
  return longest / 2 + (Math.random() * longest) / 2;
}

const endedBy = (signal: AbortSignal, late: AbortSignal, correlationId: string, last: unknown) => {
  const isLate = late.aborted && signal.reason === late.reason;
  const before = last instanceof Error ? { cause: last } : {};
  return new VehicleContractsError(
    isLate ? "The register did not answer within the deadline." : "The call was aborted.",
    {
      reason: isLate ? "deadline" : "aborted",
      problem: null,
      correlationId,
      retryAfterSeconds: null,
      ...before,
    },
  );
};

function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}

const pause = (ms: number, signal: AbortSignal): Promise<void> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  return unlessAborted(over, signal).finally(() => clearTimeout(timer));
};
