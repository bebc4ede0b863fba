"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ContractRead, ContractResult, Problem } from "@vehicle-contracts/contract-model";
import { useTRPC, useTRPCClient } from "../../../trpc/browser.tsx";
import { problemOf } from "../../../trpc/errors.ts";
import { toast } from "../../../ui/floating/toast.tsx";
import { contractName } from "../contract-name.ts";

type Client = ReturnType<typeof useTRPCClient>;
/** One call of a move at the version that is shown. */
export type AskForMove<Answer extends ContractResult> = (
  client: Client,
  at: { contractId: string; version: number },
) => Promise<Answer>;

/**
 * Takes a contract through a move, and shows it as the server answers it. `said`: what is told once it is done; `onRefused`
 * is told of what the server refuses, so that the dialog can say so where it was asked.
 */
export function useContractMove<Answer extends ContractResult>(
  contract: ContractRead,
  {
    said,
    onDone,
    onRefused,
    isQuiet = false,
  }: {
    said: (answer: Answer) => string;
    onDone: (answer: Answer) => void;
    onRefused: (problem: Problem) => void;
    /** What the server notes about the contract besides is no news. */
    isQuiet?: boolean;
  },
) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const { contractId, version } = contract;
  return useMutation({
    mutationFn: (ask: AskForMove<Answer>) => ask(client, { contractId, version }),
    onSuccess: (answer) => {
      const text = isQuiet ? "" : answer.warnings.map(({ message }) => message).join(" ");
      toast.done(said(answer), [contractName(contract), text].filter(Boolean).join(". "), contractId);
      const key = trpc.contracts.get.queryKey({ contractId: answer.contract.contractId });
      queryClient.setQueryData<ContractRead>(key, (read) => read && { ...read, ...answer.contract });
      onDone(answer);
      for (const nouns of [trpc.contracts, trpc.transfers, trpc.renewals])
        void queryClient.invalidateQueries(nouns.pathFilter());
    },
    onError: (error) => onRefused(problemOf(error)),
  });
}
