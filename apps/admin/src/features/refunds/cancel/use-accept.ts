"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ContractRead, Problem } from "@vehicle-contracts/contract-model";
import { useState } from "react";
import { useTRPC } from "../../../trpc/browser.tsx";
import { problemOf } from "../../../trpc/errors.ts";
import { showFailure } from "../../../trpc/show-problem.ts";
import { toast } from "../../../ui/floating/toast.tsx";

/** Accepts a quote, which cancels the contract; says why not where the register refuses. */
export function useAccept(contract: ContractRead, onCancelled: () => void) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [refusal, setRefusal] = useState<Problem | null>(null);
  const { contractId } = contract;
  const readAgain = () =>
    Promise.all([
      queryClient.invalidateQueries(trpc.contracts.pathFilter()),
      queryClient.invalidateQueries(trpc.refunds.pathFilter()),
    ]);
  const mutation = useMutation(
    trpc.refunds.accept.mutationOptions({
      onSuccess: ({ contract: cancelled }) => {
        const key = trpc.contracts.get.queryKey({ contractId });
        queryClient.setQueryData<ContractRead>(key, (read) => read && { ...read, ...cancelled });
        toast.done("The contract is cancelled", undefined, contractId);
        onCancelled();
        return readAgain();
      },
      onError: (error) => {
        const problem = problemOf(error);
        if (problem.code === "RULE_BROKEN") return setRefusal(problem);
        showFailure(problem, contractId);
      },
    }),
  );
  return {
    refusal,
    isPending: mutation.isPending,
    accept: (quoteId: string) => mutation.mutate({ quoteId }),
    /** Looks at the contract as it is now. */
    lookAgain: async () => {
      setRefusal(null);
      await readAgain();
    },
  };
}
