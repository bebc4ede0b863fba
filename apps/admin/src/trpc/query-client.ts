import { defaultShouldDehydrateQuery, QueryClient } from "@tanstack/react-query";
import { TRPCClientError } from "@trpc/client";

/** A failure that came through the page's stream has lost its words; asked again by the browser it has them. */
const wasStreamed = (error: unknown) => !(error instanceof TRPCClientError);

export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 20_000,
        retry: (count, error) => typeof window !== "undefined" && count === 0 && wasStreamed(error),
        retryDelay: 0,
      },
      mutations: { retry: false },
      dehydrate: {
        // what is still under way goes along and arrives in the stream
        shouldDehydrateQuery: (query) =>
          defaultShouldDehydrateQuery(query) || query.state.status === "pending",
      },
    },
  });
}
