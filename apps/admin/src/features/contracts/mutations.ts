"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Contract, ContractPage, ContractRead } from "@vehicle-contracts/contract-model";
import { useTRPC } from "../../trpc/browser.tsx";
import { pageWith, withChanges } from "./cache.ts";

/** Makes a contract. The key makes a retry the same call. */
export function useCreateContract() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return useMutation(
    trpc.contracts.create.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(trpc.contracts.pathFilter()),
    }),
  );
}

/** Changes a contract: shown at once in its page and in every list, taken back when the server refuses. */
export function useUpdateContract() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const contracts = trpc.contracts.pathFilter();
  return useMutation(
    trpc.contracts.update.mutationOptions({
      onMutate: async ({ contractId, changes }) => {
        await queryClient.cancelQueries(contracts);
        const before = queryClient.getQueriesData(contracts);
        const key = trpc.contracts.get.queryKey({ contractId });
        const read = queryClient.getQueryData<ContractRead>(key);
        if (read) {
          // the form sends each field whole and completed, as the contract keeps it
          const changed = withChanges(read, changes as Partial<Contract>);
          queryClient.setQueryData(key, changed);
          queryClient.setQueriesData<ContractPage>(trpc.contracts.list.pathFilter(), (page) =>
            pageWith(page, changed),
          );
        }
        return { before };
      },
      onError: (_error, _input, shown) => {
        for (const [key, data] of shown?.before ?? []) queryClient.setQueryData(key, data);
      },
      onSuccess: ({ contract }) => {
        const key = trpc.contracts.get.queryKey({ contractId: contract.contractId });
        queryClient.setQueryData<ContractRead>(key, (read) => read && { ...read, ...contract });
        return queryClient.invalidateQueries(contracts);
      },
    }),
  );
}
