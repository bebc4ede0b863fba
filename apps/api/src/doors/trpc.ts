import { type FastifyTRPCPluginOptions, fastifyTRPCPlugin } from "@trpc/server/adapters/fastify";
import type { Database } from "@vehicle-contracts/database/unit-of-work";
import type { Identity } from "@vehicle-contracts/identity";
import { ServiceError } from "@vehicle-contracts/services";
import {
  type AppRouter,
  appRouter,
  currentCorrelationId,
  headersOf,
  problemOf,
  underCorrelationId,
} from "@vehicle-contracts/trpc-router";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { askForActor } from "../plugins/actor.ts";
import { limitLoad } from "../plugins/load-limit.ts";
import { faultOf } from "../plugins/logging.ts";

/** Calls in one request at most. */
const largestBatch = 20;

const procedureNames: ReadonlySet<string> = new Set(Object.keys(appRouter._def.procedures));

/** /trpc: the procedures, for programs with a bearer token. */
export async function openTrpcDoor(
  app: FastifyInstance,
  { database, identity, mostRequests }: { database: Database; identity: Identity; mostRequests: number },
): Promise<void> {
  limitLoad(app, mostRequests);
  app.addHook("onRequest", async (request) => {
    const called = calledProcedures(request);
    request.procedures = called.filter((name) => procedureNames.has(name));
    if (called.length > largestBatch)
      throw invalid(`A request holds at most ${largestBatch} calls; this one has ${called.length}.`);
    if (request.method === "POST" && !isJson(request.headers["content-type"]))
      throw invalid("The body must be JSON, with the header content-type: application/json.");
  });
  askForActor(app, identity);
  // Once the body is read: until then the caller's own events lead on, outside of any id.
  app.addHook("preHandler", (request, _reply, goOn) => underCorrelationId(request.id, goOn));

  await app.register(fastifyTRPCPlugin, {
    trpcOptions: {
      router: appRouter,
      createContext: ({ req }) => ({ actor: req.actor, correlationId: req.id, database }),
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

function calledProcedures(request: FastifyRequest): string[] {
  const { path } = request.params as { path?: string }; // the one parameter of the route
  const isBatch = new URLSearchParams(request.url.split("?")[1] ?? "").get("batch") === "1";
  return isBatch ? (path ?? "").split(",") : [path ?? ""];
}

const isJson = (contentType: string | undefined) => /^application\/json\s*(?:;|$)/i.test(contentType ?? "");

const invalid = (message: string) => new ServiceError({ code: "INVALID", message });
