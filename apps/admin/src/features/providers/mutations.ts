"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Provider, ProviderPage } from "@vehicle-contracts/contract-model";
import type { z } from "zod";
import { useTRPC } from "../../trpc/browser.tsx";
import { withChanges } from "../../trpc/with-changes.ts";

type Page = z.infer<typeof ProviderPage>;

/** Adds a provider. The key makes a retry the same call. */
export function useCreateProvider() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return useMutation(
    trpc.providers.create.mutationOptions({
      onSuccess: ({ provider }) => {
        const { providerId } = provider;
        queryClient.setQueryData(trpc.providers.get.queryKey({ providerId }), provider);
        return queryClient.invalidateQueries(trpc.providers.pathFilter());
      },
    }),
  );
}

/** Changes a provider: shown at once beside the list and in it, taken back when the server refuses. */
export function useUpdateProvider() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const providers = trpc.providers.pathFilter();
  return useMutation(
    trpc.providers.update.mutationOptions({
      onMutate: async ({ providerId, changes }) => {
        await queryClient.cancelQueries(providers);
        const before = queryClient.getQueriesData(providers);
        queryClient.setQueryData<Provider>(
          trpc.providers.get.queryKey({ providerId }),
          (read) => read && withChanges(read, changes),
        );
        queryClient.setQueriesData<Page>(
          trpc.providers.list.pathFilter(),
          (page) =>
            page && {
              ...page,
              items: page.items.map((row) =>
                row.providerId === providerId ? withChanges(row, changes) : row,
              ),
            },
        );
        return { before };
      },
      onError: (_error, _input, shown) => {
        for (const [key, data] of shown?.before ?? []) queryClient.setQueryData(key, data);
        // whoever was faster is in the list too
        return queryClient.invalidateQueries(providers);
      },
      onSuccess: ({ provider }) => {
        const { providerId } = provider;
        queryClient.setQueryData(trpc.providers.get.queryKey({ providerId }), provider);
        // contracts say the provider's name
        void queryClient.invalidateQueries(trpc.contracts.pathFilter());
        return queryClient.invalidateQueries(providers);
      },
    }),
  );
}
