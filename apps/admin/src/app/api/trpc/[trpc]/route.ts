import { TRPCError } from "@trpc/server";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { correlationHeader } from "@vehicle-contracts/contract-model";
import { ServiceError } from "@vehicle-contracts/services";
import {
  appRouter,
  correlationIdOf,
  headersOf,
  problemOf,
  underCorrelationId,
} from "@vehicle-contracts/trpc-router";
import { logFault } from "../../../../log-fault.ts";
import { routes } from "../../../../routes.ts";
import { server } from "../../../../server.ts";
import { contextOf } from "../../../../trpc/request-context.ts";
import { isSameSite } from "../../../../trpc/same-site.ts";

/** The procedures for our own pages, by the session's cookie. */
function answer(request: Request): Promise<Response> {
  const correlationId = correlationIdOf(request.headers.get(correlationHeader));
  return underCorrelationId(correlationId, () =>
    fetchRequestHandler({
      endpoint: routes.api.trpc,
      req: request,
      router: appRouter,
      allowMethodOverride: true,
      maxBatchSize: 20,
      async createContext() {
        if (request.method === "POST" && !isSameSite(request.headers, server().settings.adminUrl))
          throw foreign();
        return contextOf(request.headers, correlationId);
      },
      onError({ error, path }) {
        if (problemOf(error, correlationId).code === "INTERNAL")
          logFault(error, correlationId, path ?? "trpc");
      },
      responseMeta({ errors }) {
        const problems = errors.map((error) => problemOf(error, correlationId));
        return {
          headers: new Headers({
            ...headersOf(problems),
            [correlationHeader]: correlationId,
            "cache-control": "no-store",
          }),
        };
      },
    }),
  );
}

function foreign(): TRPCError {
  const cause = new ServiceError({ code: "FORBIDDEN", message: "A page of another site may not ask this." });
  return new TRPCError({ code: "FORBIDDEN", message: cause.message, cause });
}

export { answer as GET, answer as POST };
