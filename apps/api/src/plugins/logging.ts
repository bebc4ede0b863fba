import type { FastifyInstance } from "fastify";

/**
 * One line a request: what was called, by whom (ids alone), how it ended. Addresses are logged by their route, never
 * as they came: they may hold a VIN or a name. Nothing is taken from headers or bodies.
 */
export function logRequests(app: FastifyInstance): void {
  app.addHook("onResponse", async (request, reply) => {
    const { actor, procedures } = request;
    const line = {
      method: request.method,
      route: request.routeOptions.url ?? null,
      ...(procedures === null ? {} : { procedures }),
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime * 10) / 10,
      ...(actor === null
        ? {}
        : {
            enterpriseId: actor.enterpriseId,
            actor: { kind: actor.kind, id: actor.id },
          }),
    };
    if (isHealth(line.route)) request.log.debug(line, "request");
    else request.log.info(line, "request");
  });
}

const isHealth = (route: string | null) => route === "/healthz" || route === "/readyz";
