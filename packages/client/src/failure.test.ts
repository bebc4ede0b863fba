import { TRPCClientError } from "@trpc/client";
import { expect, test } from "vitest";
import { failureOf, readable } from "./failure.ts";
import { isNotFound, isProblem, isStaleVersion, VehicleContractsError } from "./problem-error.ts";

const refusal = (code: string, more: object = {}) => {
  const problem = { code, message: "Not so.", fields: [], correlationId: "of the answer", ...more };
  const data = { code: "CONFLICT", httpStatus: 409, problem };
  return TRPCClientError.from({ error: { message: "Not so.", code: -32009, data } });
};

test("a refusal keeps its problem and the correlation id of the answer", () => {
  const failure = failureOf(
    refusal("STALE_VERSION", { current: { version: 4 }, changedSince: [] }),
    "as sent",
  );
  expect(failure).toBeInstanceOf(VehicleContractsError);
  expect(failure).toBeInstanceOf(TRPCClientError);
  expect(failure).toMatchObject({ reason: "refused", correlationId: "of the answer", message: "Not so." });
  if (!isStaleVersion(failure)) throw failure;
  expect(failure.problem.current).toEqual({ version: 4 });
  expect(isNotFound(failure)).toBe(false);
});

test("the problem says when to try again", () => {
  expect(failureOf(refusal("OVERLOADED", { retryAfterSeconds: 7 }), "c").retryAfterSeconds).toBe(7);
});

test("without an answer there is no problem, and the correlation id is the one that was sent", () => {
  const failure = failureOf(TRPCClientError.from(new TypeError("fetch failed")), "as sent");
  expect(failure).toMatchObject({ reason: "unreachable", problem: null, correlationId: "as sent" });
  expect(failure.message).toContain("fetch failed");
});

test("a failure that has its words already keeps them", () => {
  const first = failureOf(refusal("NOT_FOUND"), "c");
  expect(failureOf(TRPCClientError.from(new Error("in a batch", { cause: first })), "other")).toBe(first);
});

test("what is no JSON is not read, and its Retry-After is kept", () => {
  const page = new Response("<html>", {
    status: 503,
    headers: { "content-type": "text/html", "retry-after": "12" },
  });
  let failure: unknown;
  try {
    readable(page);
  } catch (error) {
    failure = error;
  }
  expect(failure).toMatchObject({ reason: "unreachable", retryAfterSeconds: 12 });
  const json = Response.json({});
  expect(readable(json)).toBe(json);
});

test("other errors than those of the client are no problem of the register", () => {
  for (const error of [new Error("else"), null, undefined, { problem: { code: "NOT_FOUND" } }])
    expect(isProblem(error, "NOT_FOUND")).toBe(false);
});
