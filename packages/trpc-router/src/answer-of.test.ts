import { problemCodes } from "@vehicle-contracts/contract-model";
import { expect, test } from "vitest";
import { answerOf, statusOf } from "./answer-of.ts";

test("each problem has the HTTP status of its tRPC code", () => {
  expect(Object.fromEntries(problemCodes.map((code) => [code, statusOf(code)]))).toEqual({
    INVALID: 400,
    UNAUTHENTICATED: 401,
    FORBIDDEN: 403,
    NOT_FOUND: 404,
    STALE_VERSION: 409,
    DUPLICATE: 409,
    IDEMPOTENCY_KEY_IN_PROGRESS: 409,
    IDEMPOTENCY_KEY_REUSED: 422,
    RULE_BROKEN: 422,
    LIMIT_EXCEEDED: 429,
    OVERLOADED: 503,
    INTERNAL: 500,
  });
});

test("an answer says status and problem in the envelope of procedures, and when to try again", () => {
  const problem = {
    code: "OVERLOADED" as const,
    message: "Later.",
    fields: [],
    correlationId: "c-1",
    retryAfterSeconds: 2,
  };
  const data = { code: "SERVICE_UNAVAILABLE", httpStatus: 503, problem };
  expect(answerOf(problem)).toEqual({
    status: 503,
    headers: { "retry-after": "2" },
    body: { error: { message: "Later.", code: -32603, data } },
  });
});
