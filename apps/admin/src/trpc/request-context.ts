import "server-only";
import { correlationHeader } from "@vehicle-contracts/contract-model";
import { type Context, correlationIdOf } from "@vehicle-contracts/trpc-router";
import { headers } from "next/headers";
import { cache } from "react";
import { isAsleep } from "../features/session/shared-tablet.ts";
import { log, logFault } from "../log.ts";
import { server } from "../server.ts";

/** What a call is allowed to know of its request: who asks, by the session's cookie, and the request's id. */
export async function contextOf(requestHeaders: Headers, correlationId: string): Promise<Context> {
  const { database, identity } = server();
  const mail = identity.mail ?? undefined;
  const actor = isAsleep(requestHeaders.get("cookie"))
    ? null
    : await identity.actorOf(requestHeaders, correlationId);
  return {
    actor,
    correlationId,
    database,
    mailLink:
      mail &&
      ((link) =>
        mail.sendLink(link).catch((error: unknown) => {
          logFault(error, { correlationId, route: "mail" });
          throw error;
        })),
    note: (done, facts) => log("info", done, { correlationId, ...facts }),
  };
}

/** The id of the request that a page is rendered for. */
export const requestCorrelationId = cache(async () =>
  correlationIdOf((await headers()).get(correlationHeader)),
);

/** The same for a page being rendered, once a request. */
export const requestContext = cache(async () =>
  contextOf(new Headers(await headers()), await requestCorrelationId()),
);
