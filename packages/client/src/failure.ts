import { TRPCClientError } from "@trpc/client";
import type { Problem } from "@vehicle-contracts/contract-model";
import { VehicleContractsError } from "./problem-error.ts";

/** What a link below threw, as the error of this package. */
export function failureOf(error: unknown, correlationId: string): VehicleContractsError {
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if (cause instanceof VehicleContractsError) return cause;
  const trpcError = error instanceof TRPCClientError ? error : null;
  const response = trpcError?.meta?.response;
  const problem = problemIn(trpcError?.data);
  return new VehicleContractsError(problem?.message ?? unreadable(response, error), {
    reason: problem ? "refused" : "unreachable",
    problem,
    correlationId: problem?.correlationId ?? correlationId,
    retryAfterSeconds:
      problem && "retryAfterSeconds" in problem ? problem.retryAfterSeconds : retryAfterOf(response),
    ...(error instanceof Error ? { cause: error } : {}),
  });
}

/** The response, where it is JSON; what something on the way answered instead throws, with its Retry-After. */
export function readable(response: Response): Response {
  if (/^application\/json\b/i.test(response.headers.get("content-type") ?? "")) return response;
  throw new VehicleContractsError(unreadable(response, null), {
    reason: "unreachable",
    problem: null,
    correlationId: response.headers.get("correlation-id") ?? "none",
    retryAfterSeconds: retryAfterOf(response),
  });
}

/** Retry-After in whole seconds; the form with a date is not used by the register. */
function retryAfterOf(response: unknown): number | null {
  const seconds = response instanceof Response ? Number(response.headers.get("retry-after")) : Number.NaN;
  return seconds > 0 ? seconds : null;
}

const unreadable = (response: unknown, error: unknown): string =>
  response instanceof Response
    ? `The register answered ${response.status} without a readable answer.`
    : `The register does not answer: ${error instanceof Error ? error.message : String(error)}`;

/** The problem in an answer's `error.data`; the register speaks docs/wire.md, so its shape is believed. */
function problemIn(data: unknown): Problem | null {
  const problem: unknown = typeof data === "object" && data !== null ? Reflect.get(data, "problem") : null;
  const code: unknown = typeof problem === "object" && problem !== null ? Reflect.get(problem, "code") : null;
  return typeof code === "string" ? (problem as Problem) : null;
}
