"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { AccountFacts } from "@vehicle-contracts/identity";
import { useSessionGate } from "../../trpc/browser.tsx";
import { askAccount } from "./ask-account.ts";

const key = ["account"];

/** One's own sign-in as the page's server read it, and as it is after each change. */
export function useAccount(facts: AccountFacts | null) {
  const gate = useSessionGate();
  return useQuery({
    queryKey: key,
    queryFn: () => askAccount(gate, "facts", {}),
    ...(facts && { initialData: facts }),
  });
}

/** What is asked about one's own sign-in; the page shows it as it is afterwards. */
export function useAskAccount<Name extends Parameters<typeof askAccount>[1]>(name: Name) {
  const gate = useSessionGate();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (input: Parameters<typeof askAccount<Name>>[2]) => askAccount(gate, name, input),
    onSettled: () => queryClient.invalidateQueries({ queryKey: key }),
  });
}
