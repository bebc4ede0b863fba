import type { Database } from "@vehicle-contracts/database/unit-of-work";
import type { Identity } from "@vehicle-contracts/identity";
import { largestRequest } from "@vehicle-contracts/trpc-router";
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from "fastify";
import { openHealthDoor } from "./doors/health.ts";
import { openOauthDoor } from "./doors/oauth.ts";
import { openTrpcDoor } from "./doors/trpc.ts";
import { decorateRequests } from "./plugins/actor.ts";
import { echoCorrelationId, requestIdOf } from "./plugins/correlation-id.ts";
import { answerBadAddress, answerErrors } from "./plugins/errors.ts";
import { endConnectionsOnClose } from "./plugins/graceful-shutdown.ts";
import { logRequests } from "./plugins/logging.ts";
import { setSecurityHeaders } from "./plugins/security-headers.ts";

export type AppOptions = {
  database: Database;
  identity: Identity;
  log: FastifyBaseLogger;
  /** Addresses or CIDR ranges of the proxies before the API; without any, the socket's peer is the caller. */
  trustedProxies?: readonly string[];
  /** Requests for procedures under way at once; 250 when left out, some more than the database lets wait. */
  mostRequests?: number;
};

/** The API, not yet listening. Closing it finishes what was accepted. */
export async function buildApp({
  database,
  identity,
  log,
  trustedProxies = [],
  mostRequests = 250,
}: AppOptions): Promise<FastifyInstance> {
  const app: FastifyInstance = fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: "correlationId" }),
    genReqId: requestIdOf,
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    bodyLimit: largestRequest,
    frameworkErrors: answerBadAddress,
    requestTimeout: 30_000,
    forceCloseConnections: "idle",
    // A batch is named by all its procedures.
    routerOptions: { maxParamLength: 2_000 },
  });
  decorateRequests(app);
  echoCorrelationId(app);
  setSecurityHeaders(app);
  logRequests(app);
  answerErrors(app);
  endConnectionsOnClose(app);
  openHealthDoor(app, database);
  await app.register(openOauthDoor, { identity });
  await app.register(openTrpcDoor, { prefix: "/trpc", database, identity, mostRequests });
  return app;
}
