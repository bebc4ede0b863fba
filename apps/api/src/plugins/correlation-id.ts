import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { FastifyInstance } from "fastify";

const correlationIdHeader = "correlation-id";

const plain = /^[\w.:-]{1,100}$/;

/** The caller's id for the call, where it is 1 to 100 letters, digits and `_ . : -`; else a new one. */
export function correlationIdOf(request: Pick<IncomingMessage, "headers">): string {
  const given = request.headers[correlationIdHeader];
  return typeof given === "string" && plain.test(given) ? given : randomUUID();
}

/** Every answer says under which id it is found in the logs. */
export function echoCorrelationId(app: FastifyInstance): void {
  app.addHook("onRequest", async (request, reply) => {
    reply.header(correlationIdHeader, request.id);
  });
}
