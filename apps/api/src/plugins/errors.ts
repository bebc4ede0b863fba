import { correlationHeader, type Problem } from "@vehicle-contracts/contract-model";
import { answerOf, faultOf, problemOf, tooLarge } from "@vehicle-contracts/trpc-router";
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { securityHeaders } from "./security-headers.ts";

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

/**
 * What Fastify refuses before any route or hook is found: an address that cannot be read, or is too long. So it has the
 * headers and the line in the log here that hooks give all others.
 */
export function answerBadAddress(
  { statusCode = 400 }: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const message =
    statusCode === 414
      ? "The address is longer than any here. Send what is asked as the body of a POST."
      : "The address cannot be read: its escapes are not well-formed.";
  const problem: Problem = { code: "INVALID", message, fields: [], correlationId: request.id };
  reply.headers({ ...securityHeaders, [correlationHeader]: request.id });
  sendProblem(reply, problem, statusCode);
  request.log.info({ method: request.method, route: null, status: statusCode }, "request");
}

function sendProblem(reply: FastifyReply, problem: Problem, httpStatus?: number): FastifyReply {
  const { status, headers, body } = answerOf(problem, problem.code === "INVALID" ? httpStatus : undefined);
  return reply.status(status).headers(headers).send(body);
}

/** Fastify's own refusals in our words; the rest as every door words it. */
function problemOfRequest(error: FastifyError | Error, correlationId: string): Problem {
  const refused = (message: string): Problem => ({ code: "INVALID", message, fields: [], correlationId });
  const status = "statusCode" in error ? error.statusCode : undefined;
  if (status === 413) return refused(tooLarge);
  if (status === 415)
    return refused("The body must be JSON, with the header content-type: application/json.");
  if (status !== undefined && status >= 400 && status < 500)
    return refused("The request is not well-formed HTTP, JSON or form of the expected shape.");
  return problemOf(error, correlationId);
}
