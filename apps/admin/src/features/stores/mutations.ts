"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { StorePage, StoreToday } from "@vehicle-contracts/contract-model";
import { useRouter } from "next/navigation";
import type { z } from "zod";
import { useTRPC } from "../../trpc/browser.tsx";
import { withChanges } from "../../trpc/with-changes.ts";

type Page = z.infer<typeof StorePage>;

/** Adds a store. The key makes a retry the same call. */
export function useCreateStore() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const router = useRouter();
  return useMutation(
    trpc.stores.create.mutationOptions({
      onSuccess: () => {
        // the desk around the page knows the stores too
        router.refresh();
        return queryClient.invalidateQueries(trpc.stores.pathFilter());
      },
    }),
  );
}

/** Changes a store: shown at once beside the list and in it, taken back when the server refuses. */
export function useUpdateStore() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const router = useRouter();
  const stores = trpc.stores.pathFilter();
  return useMutation(
    trpc.stores.update.mutationOptions({
      onMutate: async ({ storeId, changes }) => {
        await queryClient.cancelQueries(stores);
        const before = queryClient.getQueriesData(stores);
        queryClient.setQueryData<StoreToday>(
          trpc.stores.get.queryKey({ storeId }),
          (read) => read && withChanges(read, changes),
        );
        queryClient.setQueriesData<Page>(
          trpc.stores.list.pathFilter(),
          (page) =>
            page && {
              ...page,
              items: page.items.map((row) => (row.storeId === storeId ? withChanges(row, changes) : row)),
            },
        );
        return { before };
      },
      onError: (_error, _input, shown) => {
        for (const [key, data] of shown?.before ?? []) queryClient.setQueryData(key, data);
        // whoever was faster is in the list too
        return queryClient.invalidateQueries(stores);
      },
      onSuccess: ({ store }) => {
        queryClient.setQueryData<StoreToday>(
          trpc.stores.get.queryKey({ storeId: store.storeId }),
          (read) => read && { ...read, ...store },
        );
        // the day of a store decides the state of its contracts, and the desk around the page knows it too
        router.refresh();
        return queryClient.invalidateQueries();
      },
    }),
  );
}
