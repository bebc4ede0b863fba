import type { IncomingMessage } from "node:http";
import { correlationHeader } from "@vehicle-contracts/contract-model";
import { correlationIdOf } from "@vehicle-contracts/trpc-router";
import type { FastifyInstance } from "fastify";

export function requestIdOf({ headers }: Pick<IncomingMessage, "headers">): string {
  const given = headers[correlationHeader];
  return correlationIdOf(Array.isArray(given) ? null : given);
}

/** Every answer says under which id it is found in the logs. */
export function echoCorrelationId(app: FastifyInstance): void {
  app.addHook("onRequest", async (request, reply) => {
    reply.header(correlationHeader, request.id);
  });
}
