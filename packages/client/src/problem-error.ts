import { TRPCClientError } from "@trpc/client";
import type { Problem, ProblemCode } from "@vehicle-contracts/contract-model";
import type { AppRouter } from "@vehicle-contracts/trpc-router";

/**
 * Why a call failed: `refused`, the register answered with a problem; `unreachable`, no answer that can be read came
 * back; `deadline`, the time for the call and its retries was over; `aborted`, by the caller's own signal.
 */
export type FailureReason = "refused" | "unreachable" | "deadline" | "aborted";

/** What every failed call throws. */
export class VehicleContractsError extends TRPCClientError<AppRouter> {
  readonly reason: FailureReason;
  /** What the register refused, of a closed family; null where it did not answer. */
  readonly problem: Problem | null;
  /** To find the call in the register's logs. */
  readonly correlationId: string;
  /** From the answer, where it says so: whole seconds after which to try again. */
  readonly retryAfterSeconds: number | null;

  constructor(
    message: string,
    facts: {
      reason: FailureReason;
      problem: Problem | null;
      correlationId: string;
      retryAfterSeconds: number | null;
      cause?: Error;
    },
  ) {
    super(message, facts.cause ? { cause: facts.cause } : undefined);
    // Its constructor names its own class as the prototype.
    Object.setPrototypeOf(this, VehicleContractsError.prototype);
    this.name = "VehicleContractsError";
    this.reason = facts.reason;
    this.problem = facts.problem;
    this.correlationId = facts.correlationId;
    this.retryAfterSeconds = facts.retryAfterSeconds;
  }
}

type Refusal<Code extends ProblemCode> = VehicleContractsError & {
  readonly problem: Problem & { code: Code };
};

/** Is it the register's refusal with this code. */
export const isProblem = <Code extends ProblemCode>(error: unknown, code: Code): error is Refusal<Code> =>
  error instanceof VehicleContractsError && error.problem?.code === code;

/** Somebody changed the record since it was read: `problem.current` and `problem.changedSince` say what. */
export const isStaleVersion = (error: unknown) => isProblem(error, "STALE_VERSION");
/** A rule of the register stands against it: `problem.fields` say which, each with its code. */
export const isRuleBroken = (error: unknown) => isProblem(error, "RULE_BROKEN");
/** The input has not the expected shape: `problem.fields` say where. */
export const isInvalid = (error: unknown) => isProblem(error, "INVALID");
/** There is no such record in this enterprise. */
export const isNotFound = (error: unknown) => isProblem(error, "NOT_FOUND");
/** What must be unique exists already: `problem.existingId`. */
export const isDuplicate = (error: unknown) => isProblem(error, "DUPLICATE");
/** The role or the store is not granted. */
export const isForbidden = (error: unknown) => isProblem(error, "FORBIDDEN");
/** The token or the client's secret is not good. */
export const isUnauthenticated = (error: unknown) => isProblem(error, "UNAUTHENTICATED");
