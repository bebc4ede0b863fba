import type { TRPC_ERROR_CODE_KEY } from "@trpc/server/rpc";
import { TRPC_ERROR_CODES_BY_KEY } from "@trpc/server/rpc";
import type { Problem, ProblemCode } from "@vehicle-contracts/contract-model";
import { headersOf, problemOf } from "@vehicle-contracts/trpc-router";
import type { FastifyError, FastifyInstance, FastifyReply } from "fastify";
import { faultOf } from "./logging.ts";

const statuses: Record<ProblemCode, { status: number; trpc: TRPC_ERROR_CODE_KEY }> = {
  INVALID: { status: 400, trpc: "BAD_REQUEST" },
  UNAUTHENTICATED: { status: 401, trpc: "UNAUTHORIZED" },
  FORBIDDEN: { status: 403, trpc: "FORBIDDEN" },
  NOT_FOUND: { status: 404, trpc: "NOT_FOUND" },
  STALE_VERSION: { status: 409, trpc: "CONFLICT" },
  DUPLICATE: { status: 409, trpc: "CONFLICT" },
  IDEMPOTENCY_KEY_IN_PROGRESS: { status: 409, trpc: "CONFLICT" },
  IDEMPOTENCY_KEY_REUSED: { status: 422, trpc: "UNPROCESSABLE_CONTENT" },
  RULE_BROKEN: { status: 422, trpc: "UNPROCESSABLE_CONTENT" },
  LIMIT_EXCEEDED: { status: 429, trpc: "TOO_MANY_REQUESTS" },
  OVERLOADED: { status: 503, trpc: "SERVICE_UNAVAILABLE" },
  INTERNAL: { status: 500, trpc: "INTERNAL_SERVER_ERROR" },
};

/** What fails outside a procedure is answered in the same envelope as what fails in one. */
export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError | Error, request, reply) => {
    const problem = problemOfRequest(error, request.id);
    if (problem.code === "INTERNAL") request.log.error({ fault: faultOf(error) }, "fault");
    return sendProblem(reply, problem, "statusCode" in error ? error.statusCode : undefined);
  });
  app.setNotFoundHandler((request, reply) =>
    sendProblem(reply, {
      code: "NOT_FOUND",
      message: "There is nothing at this address. Procedures are at /trpc/, tokens at /oauth/token.",
      fields: [],
      correlationId: request.id,
    }),
  );
}

function sendProblem(reply: FastifyReply, problem: Problem, httpStatus?: number): FastifyReply {
  const { status, trpc } = statuses[problem.code];
  const answered = problem.code === "INVALID" ? (httpStatus ?? status) : status;
  return reply
    .status(answered)
    .headers(headersOf([problem]))
    .send({
      error: {
        message: problem.message,
        code: TRPC_ERROR_CODES_BY_KEY[trpc],
        data: { code: trpc, httpStatus: answered, problem },
      },
    });
}

/** Fastify's own refusals in our words; the rest as every door words it. */
function problemOfRequest(error: FastifyError | Error, correlationId: string): Problem {
  const refused = (message: string): Problem => ({ code: "INVALID", message, fields: [], correlationId });
  const status = "statusCode" in error ? error.statusCode : undefined;
  if (status === 413) return refused("The request is larger than this address takes.");
  if (status === 415)
    return refused("The body must be JSON, with the header content-type: application/json.");
  if (status !== undefined && status >= 400 && status < 500)
    return refused("The request is not well-formed HTTP, JSON or form of the expected shape.");
  return problemOf(error, correlationId);
}
