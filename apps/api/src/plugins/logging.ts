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

type Fault = { name: string; code?: string; constraint?: string; at: string[]; cause?: Fault };

/**
 * What may be logged of an error: its kind, the database's code for it, and where it happened. Not its message: those
 * of drivers quote the values they stumbled over.
 */
export function faultOf(error: unknown): Fault {
  if (!(error instanceof Error)) return { name: typeof error, at: [] };
  const text = (name: string) => {
    const value: unknown = Reflect.get(error, name);
    return typeof value === "string" ? value : undefined;
  };
  const code = text("code");
  const constraint = text("constraint_name");
  return {
    name: error.name,
    ...(code === undefined ? {} : { code }),
    ...(constraint === undefined ? {} : { constraint }),
    at: (error.stack ?? "")
      .replace(error.message, "")
      .split("\n")
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 12)
      .map((line) => line.trim()),
    ...(error.cause === undefined ? {} : { cause: faultOf(error.cause) }),
  };
}
