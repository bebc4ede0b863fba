import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import {
  answerOf,
  appRouter,
  calledProcedures,
  checkRequest,
  existingProcedures,
  headersOf,
  largestBatch,
  problemOf,
} from "@vehicle-contracts/trpc-router";
import { openDoor } from "../../../../door.ts";
import { logFault } from "../../../../log.ts";
import { routes } from "../../../../routes.ts";
import { contextOf } from "../../../../trpc/request-context.ts";

const called = ({ pathname, searchParams }: URL): string[] =>
  calledProcedures(pathname.slice(routes.api.trpc.length + 1), searchParams);

/** The procedures for our own pages, by the session's cookie. */
const answer = openDoor({
  tell: (url) => ({ route: `${routes.api.trpc}/[trpc]`, procedures: existingProcedures(called(url)) }),
  async answer(request, correlationId) {
    const { method, headers } = request;
    checkRequest(called(new URL(request.url)), { method, contentType: headers.get("content-type") });
    // Before tRPC, which would take a database that is away for a fault of ours.
    const context = await contextOf(headers, correlationId);
    return fetchRequestHandler({
      endpoint: routes.api.trpc,
      req: request,
      router: appRouter,
      allowMethodOverride: true,
      maxBatchSize: largestBatch,
      createContext: () => context,
      onError({ error, path }) {
        if (problemOf(error, correlationId).code === "INTERNAL")
          logFault(error, { correlationId, procedure: path });
      },
      responseMeta: ({ errors }) => ({
        headers: new Headers(headersOf(errors.map((error) => problemOf(error, correlationId)))),
      }),
    });
  },
  refuse: (problem, status) => answerOf(problem, status).body,
});

export { answer as GET, answer as POST };
