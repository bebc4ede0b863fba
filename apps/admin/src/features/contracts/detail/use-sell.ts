"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import type {
  ChangedSince,
  ContractPage,
  ContractRead,
  ProblemField,
} from "@vehicle-contracts/contract-model";
import { useState } from "react";
import { useTRPC } from "../../../trpc/browser.tsx";
import { presentationOf, problemOf } from "../../../trpc/errors.ts";
import { showFailure } from "../../../trpc/show-problem.ts";
import { toast } from "../../../ui/floating/toast.tsx";
import { asSold, pageWith } from "../cache.ts";
import { contractName } from "../contract-name.ts";

/** Why a draft was not sold: what the rules refuse, or what somebody else changed meanwhile. */
export type Refusal =
  | { kind: "rules"; fields: readonly ProblemField[] }
  | { kind: "conflict"; changedSince: readonly ChangedSince[] };

/** Sells a draft: shown at once in the page and in every list, taken back when the server refuses. */
export function useSell(contract: ContractRead, onSold: () => void) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const contracts = trpc.contracts.pathFilter();

  const mutation = useMutation(
    trpc.contracts.submit.mutationOptions({
      onMutate: async () => {
        await queryClient.cancelQueries(contracts);
        const before = queryClient.getQueriesData(contracts);
        const sold = asSold(contract);
        queryClient.setQueryData(trpc.contracts.get.queryKey({ contractId: contract.contractId }), sold);
        queryClient.setQueriesData<ContractPage>(trpc.contracts.list.pathFilter(), (page) =>
          pageWith(page, sold),
        );
        return { before };
      },
      onError: (error, _input, shown) => {
        for (const [key, data] of shown?.before ?? []) queryClient.setQueryData(key, data);
        const problem = problemOf(error);
        if (problem.code === "STALE_VERSION")
          return setRefusal({ kind: "conflict", changedSince: problem.changedSince });
        if (presentationOf(problem) === "fields")
          return setRefusal({ kind: "rules", fields: problem.fields });
        showFailure(problem, contract.contractId);
      },
      onSuccess: ({ warnings }) => {
        const text = warnings.map(({ message }) => message).join(" ");
        toast.done(`Sold: ${contractName(contract)}`, text || undefined, contract.contractId);
        onSold();
        return queryClient.invalidateQueries(contracts);
      },
    }),
  );
  return {
    refusal,
    isPending: mutation.isPending,
    sell: () => mutation.mutate({ contractId: contract.contractId, version: contract.version }),
    /** Reads the contract again, as it is now. */
    reload: () => {
      setRefusal(null);
      return queryClient.invalidateQueries(contracts);
    },
    forget: () => setRefusal(null),
  };
}
