"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "../../trpc/browser.tsx";

/** What rests on the ledger is read again: what is left, the entries, and what would be paid. */
function useReadAgain() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return () =>
    Promise.all(
      [trpc.contracts, trpc.usage, trpc.entitlement].map((noun) =>
        queryClient.invalidateQueries(noun.pathFilter()),
      ),
    );
}

/** Records usage. What is left may have changed meanwhile where it is refused, so it is read again then too. */
export function useRecordUsage() {
  const trpc = useTRPC();
  const readAgain = useReadAgain();
  return useMutation(trpc.usage.record.mutationOptions({ onSettled: readAgain }));
}

/** Takes an entry back. */
export function useReverseUsage() {
  const trpc = useTRPC();
  const readAgain = useReadAgain();
  return useMutation(trpc.usage.reverse.mutationOptions({ onSettled: readAgain }));
}
