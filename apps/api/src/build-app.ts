import { createServer } from "node:http";
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
import { type LoadLimit, limitLoad } from "./plugins/load-limit.ts";
import { logRequests } from "./plugins/logging.ts";
import { setSecurityHeaders } from "./plugins/security-headers.ts";

export type AppOptions = {
  database: Database;
  identity: Identity;
  log: FastifyBaseLogger;
  /** Addresses or CIDR ranges of the proxies before the API; without any, the socket's peer is the caller. */
  trustedProxies?: readonly string[];
  /** For the procedures. What is left out: 20 at once, 230 waiting, those beyond 40 for 600 ms at most. */
  loadLimit?: Partial<LoadLimit>;
  /** Answer single calls by tRPC's own adapter too, which batches and streams go through anyway: for comparison. */
  stockAdapterAlone?: boolean;
};

/** Twice as many at once as the database has places; so many in all as it would let wait before it refuses. */
const defaultLimit: LoadLimit = { atOnce: 20, mostWaiting: 230, shortLine: 40, longestWaitMs: 600 };

/** The API, not yet listening. Closing it finishes what was accepted. */
export async function buildApp({
  database,
  identity,
  log,
  trustedProxies = [],
  loadLimit = {},
  stockAdapterAlone = false,
}: AppOptions): Promise<FastifyInstance> {
  let closing = false;
  const app: FastifyInstance = fastify({
    serverFactory: (handle) =>
      createServer(
        { keepAliveTimeout: 72_000, requestTimeout: 30_000 },
        limitLoad(handle, {
          limit: { ...defaultLimit, ...loadLimit },
          isClosing: () => closing,
          onRefused: (count) => log.warn({ requests: count }, "overloaded"),
        }),
      ),
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: "correlationId" }),
    genReqId: requestIdOf,
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    bodyLimit: largestRequest,
    frameworkErrors: answerBadAddress,
    forceCloseConnections: "idle",
    // A batch is named by all its procedures.
    routerOptions: { maxParamLength: 2_000 },
  });
  app.addHook("preClose", async () => {
    closing = true;
  });
  decorateRequests(app);
  echoCorrelationId(app);
  setSecurityHeaders(app);
  logRequests(app);
  answerErrors(app);
  endConnectionsOnClose(app);
  openHealthDoor(app, database);
  await app.register(openOauthDoor, { identity });
  await app.register(openTrpcDoor, { prefix: "/trpc", database, identity, stockAdapterAlone });
  return app;
}
