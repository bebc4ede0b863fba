import type { ProblemField } from "./field-fault.ts";

/** The header with a request's id: the caller's own, or one made for it; the answer has it too. */
export const correlationHeader = "correlation-id";

export const problemCodes = [
  "INVALID",
  "UNAUTHENTICATED",
  "FORBIDDEN",
  "NOT_FOUND",
  "STALE_VERSION",
  "DUPLICATE",
  "IDEMPOTENCY_KEY_IN_PROGRESS",
  "IDEMPOTENCY_KEY_REUSED",
  "RULE_BROKEN",
  "LIMIT_EXCEEDED",
  "OVERLOADED",
  "INTERNAL",
] as const;
export type ProblemCode = (typeof problemCodes)[number];

type Base<Code extends ProblemCode> = {
  code: Code;
  message: string;
  fields: ProblemField[];
  correlationId: string;
};

/** Who changed a field since the version that was read, and when (RFC 3339, UTC). */
export type ChangedSince = {
  field: string;
  by: { kind: string; id: string; name: string; onBehalfOf: { id: string; name: string } | null };
  at: string;
};

/** The closed family of errors, as every door answers them. INTERNAL alone is our fault. */
export type Problem =
  | Base<
      | "INVALID"
      | "UNAUTHENTICATED"
      | "FORBIDDEN"
      | "NOT_FOUND"
      | "IDEMPOTENCY_KEY_IN_PROGRESS"
      | "IDEMPOTENCY_KEY_REUSED"
      | "RULE_BROKEN"
      | "INTERNAL"
    >
  | (Base<"STALE_VERSION"> & { current: unknown; changedSince: ChangedSince[] })
  /** `existingId` is null where what exists is not for who asks to see. */
  | (Base<"DUPLICATE"> & { existingId: string | null })
  | (Base<"LIMIT_EXCEEDED" | "OVERLOADED"> & { retryAfterSeconds: number });
