import type { Caller, Identity } from "@vehicle-contracts/identity";
import type { Actor } from "@vehicle-contracts/services";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { SingleCall } from "../doors/single-call.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** Of the bearer token; null where there is none, or it is not good. */
    actor: Actor | null;
    /** The same where the call itself is to ask whether the token is good still. */
    caller: Caller | null;
    /** The procedures called, as far as they exist; null elsewhere than at /trpc. */
    procedures: string[] | null;
    /** The call, where it is a single one; null for batches and what else is unusual. */
    single: SingleCall | null;
  }
}

const bearer = /^Bearer +([\w.~+/=-]{1,512})$/i;

export function decorateRequests(app: FastifyInstance): void {
  app.decorateRequest("actor", null);
  app.decorateRequest("caller", null);
  app.decorateRequest("procedures", null);
  app.decorateRequest("single", null);
}

export const tokenOf = ({ headers }: FastifyRequest): string | undefined =>
  bearer.exec(headers.authorization ?? "")?.[1];

/** Finds out who calls, before anything of the body is read. */
export function askForActor(app: FastifyInstance, identity: Identity): void {
  app.addHook("onRequest", async (request) => {
    const token = tokenOf(request);
    if (token === undefined) return;
    const onBehalfOf = request.headers["x-onbehalf-of"];
    if (request.single && onBehalfOf === undefined) {
      request.caller = await identity.callerOfToken(token, request.id);
      request.actor = request.caller?.actor ?? null;
      return;
    }
    request.actor = await identity.actorOfToken(
      token,
      request.id,
      Array.isArray(onBehalfOf) ? onBehalfOf.join(", ") : onBehalfOf,
    );
  });
}
