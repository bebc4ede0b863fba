"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Party } from "@vehicle-contracts/contract-model";
import { useTRPC } from "../../trpc/browser.tsx";
import { type CustomerPage, pageWith, withChanges } from "./cache.ts";
import { partyById } from "./queries.ts";

/** Adds a customer. The key makes a retry the same call. */
export function useCreateCustomer() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return useMutation(
    trpc.parties.create.mutationOptions({
      onSuccess: ({ party }) => {
        queryClient.setQueryData(partyById(trpc, party.partyId).queryKey, party);
        return Promise.all([
          queryClient.invalidateQueries(trpc.parties.list.pathFilter()),
          queryClient.invalidateQueries(trpc.parties.count.pathFilter()),
        ]);
      },
    }),
  );
}

/** Changes a customer: shown at once on their page and in every list, taken back when the server refuses. */
export function useUpdateCustomer() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const parties = trpc.parties.pathFilter();
  return useMutation(
    trpc.parties.update.mutationOptions({
      onMutate: async ({ partyId, changes }) => {
        await queryClient.cancelQueries(parties);
        const before = queryClient.getQueriesData(parties);
        const key = partyById(trpc, partyId).queryKey;
        const read = queryClient.getQueryData<Party>(key);
        if (read) {
          const changed = withChanges(read, changes);
          queryClient.setQueryData(key, changed);
          queryClient.setQueriesData<CustomerPage>(trpc.parties.list.pathFilter(), (page) =>
            pageWith(page, changed),
          );
        }
        return { before };
      },
      onError: (_error, _input, shown) => {
        for (const [key, data] of shown?.before ?? []) queryClient.setQueryData(key, data);
      },
      onSuccess: ({ party }) => {
        queryClient.setQueryData(partyById(trpc, party.partyId).queryKey, party);
        // contracts show their holder by name
        return Promise.all([
          queryClient.invalidateQueries(parties),
          queryClient.invalidateQueries(trpc.contracts.pathFilter()),
        ]);
      },
    }),
  );
}
