"use client";

import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createTRPCClient } from "@trpc/client";
import { httpBatchLink } from "@trpc/client/links/httpBatchLink";
import { createTRPCContext } from "@trpc/tanstack-react-query";
import { correlationHeader } from "@vehicle-contracts/contract-model";
import type { AppRouter } from "@vehicle-contracts/trpc-router";
import { createContext, type ReactNode, useContext, useState } from "react";
import { routes } from "../routes.ts";
import { newKey } from "./correlation.ts";
import { makeQueryClient } from "./query-client.ts";
import { createSessionGate, type SessionGate } from "./session-gate.ts";
import { signInAgainLink } from "./sign-in-again-link.ts";

const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>();

export { useTRPC, useTRPCClient };

let browsers: QueryClient | undefined;

/** One cache a window; on the server one a render. */
function queryClientHere(): QueryClient {
  if (typeof window === "undefined") return makeQueryClient();
  browsers ??= makeQueryClient();
  return browsers;
}

const GateContext = createContext<SessionGate | null>(null);

/** Where requests wait when the session has ended. */
export function useSessionGate(): SessionGate {
  const gate = useContext(GateContext);
  if (!gate) throw new Error("The session gate needs the TrpcProvider above it.");
  return gate;
}

/** The procedures and their cache, for every client component below. */
export function TrpcProvider({ children }: { children: ReactNode }) {
  const queryClient = queryClientHere();
  const [gate] = useState(createSessionGate);
  const [client] = useState(() =>
    createTRPCClient<AppRouter>({
      links: [
        signInAgainLink(gate),
        httpBatchLink({
          url: routes.api.trpc,
          maxItems: 20,
          // questions by POST too: what is sought names people and belongs into no log of addresses
          methodOverride: "POST",
          headers: () => ({ [correlationHeader]: newKey() }),
        }),
      ],
    }),
  );
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={client} queryClient={queryClient}>
        <GateContext value={gate}>{children}</GateContext>
      </TRPCProvider>
    </QueryClientProvider>
  );
}
