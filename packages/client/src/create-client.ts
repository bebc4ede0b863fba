import { createTRPCClient, httpBatchLink, type TRPCClient } from "@trpc/client";
import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "@vehicle-contracts/trpc-router";
import { accessTokens, type ClientCredentials, type Fetch } from "./access-token.ts";
import { readable } from "./failure.ts";
import { resilientLink, tryOf } from "./resilient-link.ts";

export type VehicleContractsClient = TRPCClient<AppRouter>;
/** What each procedure takes: `Inputs["contracts"]["create"]`. */
export type Inputs = inferRouterInputs<AppRouter>;
/** What each procedure answers: `Outputs["contracts"]["get"]`. */
export type Outputs = inferRouterOutputs<AppRouter>;

export type ClientOptions = {
  /** The register's API, without `/trpc`: `https://contracts.example.com`. */
  url: string;
  credentials: ClientCredentials;
  /** The id of the user for whom the service acts; the history names both. */
  onBehalfOf?: string;
  /** Milliseconds for one call with all its tries; 30 000 when left out. */
  deadlineMs?: number;
  /** Tries of one call in all; 5 when left out. */
  maxTries?: number;
  /** In place of the global `fetch`. */
  fetch?: Fetch;
};

/** Calls a request holds at most; the register refuses more. */
const batchSize = 20;

/**
 * The register, as typed procedures: `client.contracts.get.query({ contractId })`. Calls of one moment go together in
 * one request. A call takes `{ signal }` as second argument. What fails throws VehicleContractsError.
 */
export function createVehicleContractsClient({
  url,
  credentials,
  onBehalfOf,
  deadlineMs = 30_000,
  maxTries = 5,
  fetch = globalThis.fetch,
}: ClientOptions): VehicleContractsClient {
  const base = url.replace(/\/+$/, "");
  const tokens = accessTokens(`${base}/oauth/token`, credentials, fetch);

  return createTRPCClient<AppRouter>({
    links: [
      resilientLink({ tokens, deadlineMs, maxTries }),
      httpBatchLink({
        url: `${base}/trpc`,
        maxItems: batchSize,
        // Questions name VINs and people, which must not stand in an address.
        methodOverride: "POST",
        fetch: async (address, init) => readable(await fetch(address, init as RequestInit)),
        async headers({ opList }) {
          const tries = opList.map(tryOf).filter((attempt) => attempt !== null);
          const correlationId = tries[0]?.correlationId ?? crypto.randomUUID();
          for (const attempt of tries) attempt.correlationId = correlationId;
          const token = await tokens.current(correlationId);
          for (const attempt of tries) attempt.token = token;
          return {
            authorization: `Bearer ${token}`,
            "correlation-id": correlationId,
            ...(onBehalfOf === undefined ? {} : { "x-onbehalf-of": onBehalfOf }),
          };
        },
      }),
    ],
  });
}
