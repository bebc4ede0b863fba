"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "../../../trpc/browser.tsx";

/** Makes a rule set of a code of its own. The key makes a retry the same call. */
export function useCreateRuleSet() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return useMutation(
    trpc.ruleSets.create.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(trpc.ruleSets.pathFilter()),
    }),
  );
}

/** Makes the next version of a rule set. */
export function useNewVersion() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const ruleSets = trpc.ruleSets.pathFilter();
  return useMutation(
    trpc.ruleSets.newVersion.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(ruleSets),
      // whoever was faster is shown
      onError: () => queryClient.invalidateQueries(ruleSets),
    }),
  );
}
