"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ApiClient } from "@vehicle-contracts/contract-model";
import { useTRPC } from "../../trpc/browser.tsx";
import { clientById } from "./queries.ts";

/** A secret is kept nowhere here once the screen has it. */
const forgotten = { gcTime: 0 };

/** What each change does once it is made: whatever the cache holds of the client is the one answered. */
function useShown() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const clients = trpc.apiClients.pathFilter();
  return {
    onError: () => queryClient.invalidateQueries(clients),
    onSuccess: ({ apiClient }: { apiClient: ApiClient }) => {
      queryClient.setQueryData(clientById(trpc, apiClient.clientId).queryKey, apiClient);
      return queryClient.invalidateQueries(clients);
    },
  };
}

export function useUpdateClient() {
  const trpc = useTRPC();
  return useMutation(trpc.apiClients.update.mutationOptions(useShown()));
}

/** Adds a program; the answer holds its secret, this once. */
export function useCreateClient() {
  const trpc = useTRPC();
  return useMutation(trpc.apiClients.create.mutationOptions({ ...forgotten, ...useShown() }));
}

/** A new secret, answered this once. */
export function useRotateClient() {
  const trpc = useTRPC();
  return useMutation(trpc.apiClients.rotate.mutationOptions({ ...forgotten, ...useShown() }));
}

export function useRevokeClient() {
  const trpc = useTRPC();
  return useMutation(trpc.apiClients.revoke.mutationOptions(useShown()));
}
