import type { TRPCError } from "@trpc/server";
import type { Problem, ProblemCode } from "@vehicle-contracts/contract-model";
import { DatabaseClosed, DeadlineExceeded, Overloaded } from "@vehicle-contracts/database/unit-of-work";
import { ServiceError } from "@vehicle-contracts/services";
import { InvalidInput } from "./parse.ts";

/** tRPC's code for each problem, by docs/wire.md. */
export const trpcCodes = {
  INVALID: "BAD_REQUEST",
  UNAUTHENTICATED: "UNAUTHORIZED",
  FORBIDDEN: "FORBIDDEN",
  NOT_FOUND: "NOT_FOUND",
  STALE_VERSION: "CONFLICT",
  DUPLICATE: "CONFLICT",
  IDEMPOTENCY_KEY_IN_PROGRESS: "CONFLICT",
  IDEMPOTENCY_KEY_REUSED: "UNPROCESSABLE_CONTENT",
  RULE_BROKEN: "UNPROCESSABLE_CONTENT",
  LIMIT_EXCEEDED: "TOO_MANY_REQUESTS",
  OVERLOADED: "SERVICE_UNAVAILABLE",
  INTERNAL: "INTERNAL_SERVER_ERROR",
} as const satisfies Record<ProblemCode, TRPCError["code"]>;

/** SQLSTATEs and driver codes that pass by themselves: locks, timeouts, deadlocks, a database that is away or comes back. */
const passing =
  /^(?:55P03|57014|40001|40P01|25P03|57P0[1-5]|08\w{3}|53\w{3}|CONNECTION_\w+|CONNECT_TIMEOUT|ECONN\w+|EPIPE|ETIMEDOUT)$/;

function* causes(error: unknown): Generator<object> {
  for (let cause = error; typeof cause === "object" && cause !== null; cause = Reflect.get(cause, "cause"))
    yield cause;
}

export const tooLarge = "The request is larger than this address takes.";

const overloaded = (retryAfterSeconds: number) => ({
  code: "OVERLOADED" as const,
  message:
    "The register cannot answer just now. Try again in a moment, a new record with the same idempotency key.",
  retryAfterSeconds,
});

/** The problem of the closed family that an error stands for; what nobody foresaw is INTERNAL and says nothing of itself. */
export function problemOf(error: unknown, correlationId: string): Problem {
  const envelope = { fields: [], correlationId };
  for (const cause of causes(error)) {
    if (cause instanceof ServiceError) return { ...envelope, ...cause.problem };
    if (cause instanceof InvalidInput)
      return { ...envelope, code: "INVALID", message: cause.message, fields: cause.fields };
    if (cause instanceof DeadlineExceeded || cause instanceof DatabaseClosed)
      return { ...envelope, ...overloaded(1) };
    if (cause instanceof Overloaded) return { ...envelope, ...overloaded(cause.retryAfterSeconds) };
    const code: unknown = Reflect.get(cause, "code");
    if (typeof code === "string" && passing.test(code)) return { ...envelope, ...overloaded(1) };
  }
  const code: unknown = typeof error === "object" && error !== null ? Reflect.get(error, "code") : undefined;
  switch (code) {
    case "PARSE_ERROR":
    case "BAD_REQUEST":
      return {
        ...envelope,
        code: "INVALID",
        message: "The request is not well-formed JSON of the expected shape.",
      };
    case "NOT_FOUND":
      return { ...envelope, code: "NOT_FOUND", message: "There is no procedure of this name." };
    case "METHOD_NOT_SUPPORTED":
      return {
        ...envelope,
        code: "INVALID",
        message: "This procedure takes another method: queries GET or POST, changes POST.",
      };
    case "UNSUPPORTED_MEDIA_TYPE":
      return {
        ...envelope,
        code: "INVALID",
        message: "The body must be JSON, with the header content-type: application/json.",
      };
    case "PAYLOAD_TOO_LARGE":
      return { ...envelope, code: "INVALID", message: tooLarge };
    case "UNAUTHORIZED":
      return { ...envelope, code: "UNAUTHENTICATED", message: "Sign in, or send a good token." };
    default:
      return {
        ...envelope,
        code: "INTERNAL",
        message: `Something went wrong here. Nothing you sent is at fault; quote ${correlationId} to whoever runs this register.`,
      };
  }
}

/** Headers that the problems of an answer ask for: the longest Retry-After. */
export function headersOf(problems: readonly Problem[]): Record<string, string> {
  const seconds = problems.flatMap((problem) =>
    "retryAfterSeconds" in problem ? [problem.retryAfterSeconds] : [],
  );
  return seconds.length > 0 ? { "retry-after": String(Math.ceil(Math.max(...seconds))) } : {};
}
