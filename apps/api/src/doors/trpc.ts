import type { TRPCError } from "@trpc/server";
import { type FastifyTRPCPluginOptions, fastifyRequestHandler } from "@trpc/server/adapters/fastify";
import type { Database } from "@vehicle-contracts/database/unit-of-work";
import type { Identity } from "@vehicle-contracts/identity";
import type { Actor } from "@vehicle-contracts/services";
import {
  type AppRouter,
  appRouter,
  type Context,
  calledProcedures,
  checkRequest,
  currentCorrelationId,
  existingProcedures,
  faultOf,
  headersOf,
  largestBatch,
  problemOf,
  underCorrelationId,
} from "@vehicle-contracts/trpc-router";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { askForActor, tokenOf } from "../plugins/actor.ts";
import { admitted } from "./admitted.ts";
import { answerSingleCall, type SingleAnswer, type SingleCall, singleCallOf } from "./single-call.ts";

export type TrpcDoorOptions = {
  database: Database;
  identity: Identity;
  /** Hand single calls to tRPC's own adapter as well. */
  stockAdapterAlone: boolean;
};

/** /trpc: the procedures, for programs with a bearer token. */
export async function openTrpcDoor(
  app: FastifyInstance,
  { database, identity, stockAdapterAlone }: TrpcDoorOptions,
): Promise<void> {
  // As tRPC's adapter asks for bodies: it parses them itself, inside the procedure.
  app.removeContentTypeParser("application/json");
  app.addContentTypeParser("application/json", { parseAs: "string" }, (_request, body, done) =>
    done(null, body),
  );
  const mail = identity.mail ?? undefined;
  app.addHook("onRequest", async (request) => {
    const { path = "" } = request.params as { path?: string }; // the one parameter of the route
    if (!stockAdapterAlone) request.single = singleCallOf(request, path);
    const called = request.single
      ? [path]
      : calledProcedures(path, new URLSearchParams(request.url.split("?")[1] ?? ""));
    request.procedures = existingProcedures(called);
    checkRequest(called, { method: request.method, contentType: request.headers["content-type"] });
  });
  askForActor(app, identity);

  app.all("/:path", async (request, reply) => {
    const { single, body } = request;
    // Without a body it is nothing usual either.
    if (single && (single.inAddress !== null || (typeof body === "string" && body !== "")))
      return sendAnswer(reply, await answered(request, single, typeof body === "string" ? body : undefined));
    // The adapter tells of errors also where there is no context yet.
    return underCorrelationId(request.id, () => stockAnswer(request, reply));
  });

  const contextOf = (request: FastifyRequest, actor: Actor | null, through: Database): Context => ({
    actor,
    correlationId: request.id,
    database: through,
    mailLink:
      mail &&
      (async (link) => {
        await mail.sendLink(link).catch((error: unknown) => {
          request.log.error({ fault: faultOf(error) }, "mail not sent");
          throw error;
        });
      }),
    note: (done, facts) => request.log.info(facts, done),
  });

  async function answered(
    request: FastifyRequest,
    single: SingleCall,
    body: string | undefined,
  ): Promise<SingleAnswer> {
    const { actor, caller, id: correlationId } = request;
    if (!caller) return answerSingleCall(single, body, contextOf(request, actor, database));
    const through = admitted(database, caller);
    const answer = await answerSingleCall(single, body, contextOf(request, actor, through.database));
    if (through.asked() && !through.grantsChanged()) return answer;
    // Refused before any statement, and maybe for what is granted no longer; or granted something else meanwhile.
    const token = tokenOf(request);
    request.actor = token === undefined ? null : await identity.actorOfToken(token, correlationId);
    return answerSingleCall(single, body, contextOf(request, request.actor, database));
  }

  function sendAnswer(reply: FastifyReply, { status, body, error }: SingleAnswer): FastifyReply {
    if (error) {
      reply.headers(headersForErrors([error]));
      tellFault(error, reply.request);
    }
    return reply
      .status(status)
      .header("content-type", "application/json")
      .header("vary", "trpc-accept, accept")
      .send(body);
  }

  const trpcOptions = {
    router: appRouter,
    createContext: ({ req }) => contextOf(req, req.actor, database),
    allowMethodOverride: true,
    maxBatchSize: largestBatch,
    responseMeta: ({ errors }) => ({ headers: headersForErrors(errors) }),
    onError: ({ error, path, req }) => tellFault(error, req, path),
  } satisfies FastifyTRPCPluginOptions<AppRouter>["trpcOptions"];

  async function stockAnswer(req: FastifyRequest, res: FastifyReply): Promise<FastifyReply> {
    const { path = "" } = req.params as { path?: string }; // the one parameter of the route
    await fastifyRequestHandler({ ...trpcOptions, req, res, path });
    return res;
  }
}

function headersForErrors(errors: readonly TRPCError[]): Record<string, string> {
  const problems = errors.map((error) => problemOf(error, currentCorrelationId()));
  return {
    ...headersOf(problems),
    ...(problems.some(({ code }) => code === "UNAUTHENTICATED")
      ? { "www-authenticate": 'Bearer realm="vehicle-contracts"' }
      : {}),
  };
}

function tellFault(error: TRPCError, request: FastifyRequest, procedure = request.single?.path): void {
  if (problemOf(error, request.id).code === "INTERNAL")
    request.log.error({ procedure, fault: faultOf(error) }, "fault");
}
