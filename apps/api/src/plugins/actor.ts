import type { Identity } from "@vehicle-contracts/identity";
import type { Actor } from "@vehicle-contracts/services";
import type { FastifyInstance } from "fastify";

declare module "fastify" {
  interface FastifyRequest {
    /** Of the bearer token; null where there is none, or it is not good. */
    actor: Actor | null;
    /** The procedures called, as far as they exist; null elsewhere than at /trpc. */
    procedures: string[] | null;
  }
}

const bearer = /^Bearer +([\w.~+/=-]{1,512})$/i;

export function decorateRequests(app: FastifyInstance): void {
  app.decorateRequest("actor", null);
  app.decorateRequest("procedures", null);
}

/** Finds out who calls, before anything of the body is read. */
export function askForActor(app: FastifyInstance, identity: Identity): void {
  app.addHook("onRequest", async (request) => {
    const token = bearer.exec(request.headers.authorization ?? "")?.[1];
    if (token === undefined) return;
    const onBehalfOf = request.headers["x-onbehalf-of"];
    request.actor = await identity.actorOfToken(
      token,
      request.id,
      Array.isArray(onBehalfOf) ? onBehalfOf.join(", ") : onBehalfOf,
    );
  });
}
