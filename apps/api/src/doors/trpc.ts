import { type FastifyTRPCPluginOptions, fastifyTRPCPlugin } from "@trpc/server/adapters/fastify";
import type { Database } from "@vehicle-contracts/database/unit-of-work";
import type { Identity } from "@vehicle-contracts/identity";
import {
  type AppRouter,
  appRouter,
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
import type { FastifyInstance } from "fastify";
import { askForActor } from "../plugins/actor.ts";

/** /trpc: the procedures, for programs with a bearer token. */
export async function openTrpcDoor(
  app: FastifyInstance,
  { database, identity }: { database: Database; identity: Identity },
): Promise<void> {
  const mail = identity.mail ?? undefined;
  app.addHook("onRequest", async (request) => {
    const { path = "" } = request.params as { path?: string }; // the one parameter of the route
    const called = calledProcedures(path, new URLSearchParams(request.url.split("?")[1] ?? ""));
    request.procedures = existingProcedures(called);
    checkRequest(called, { method: request.method, contentType: request.headers["content-type"] });
  });
  askForActor(app, identity);
  // Once the body is read: until then the caller's own events lead on, outside of any id.
  app.addHook("preHandler", (request, _reply, goOn) => underCorrelationId(request.id, goOn));

  await app.register(fastifyTRPCPlugin, {
    trpcOptions: {
      router: appRouter,
      createContext: ({ req }) => ({
        actor: req.actor,
        correlationId: req.id,
        database,
        mailLink:
          mail &&
          (async (link) => {
            await mail.sendLink(link).catch((error: unknown) => {
              req.log.error({ fault: faultOf(error) }, "mail not sent");
              throw error;
            });
          }),
        note: (done, facts) => req.log.info(facts, done),
      }),
      allowMethodOverride: true,
      maxBatchSize: largestBatch,
      responseMeta: ({ errors }) => {
        const problems = errors.map((error) => problemOf(error, currentCorrelationId()));
        return {
          headers: {
            ...headersOf(problems),
            ...(problems.some(({ code }) => code === "UNAUTHENTICATED")
              ? { "www-authenticate": 'Bearer realm="vehicle-contracts"' }
              : {}),
          },
        };
      },
      onError: ({ error, path, req }) => {
        if (problemOf(error, req.id).code === "INTERNAL")
          req.log.error({ procedure: path, fault: faultOf(error) }, "fault");
      },
    } satisfies FastifyTRPCPluginOptions<AppRouter>["trpcOptions"],
  });
}
