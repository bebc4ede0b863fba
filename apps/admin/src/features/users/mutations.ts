"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { UpdateUser, User } from "@vehicle-contracts/contract-model";
import { useTRPC } from "../../trpc/browser.tsx";
import { userById } from "./queries.ts";

type Page = { items: User[]; nextCursor: string | null };

/** The user as the changes will have made them. */
function withChanges(user: User, changes: UpdateUser["changes"]): User {
  const role = changes.role ?? user.role;
  // whether an enabled one has a password yet is the server's to say
  const state = changes.disabled ? "DISABLED" : changes.disabled === false ? "ACTIVE" : user.state;
  return {
    ...user,
    name: changes.name ?? user.name,
    role,
    allStores: role === "administrator" || (changes.allStores ?? user.allStores),
    storeIds: changes.storeIds ?? user.storeIds,
    state,
  };
}

/** Writes one user into whatever the cache holds of them. */
function useShownUser() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const users = trpc.users.pathFilter();
  return {
    users,
    show(user: User) {
      queryClient.setQueryData(userById(trpc, user.userId).queryKey, user);
      queryClient.setQueriesData<Page>(
        trpc.users.list.pathFilter(),
        (page) =>
          page && { ...page, items: page.items.map((row) => (row.userId === user.userId ? user : row)) },
      );
    },
  };
}

/** Changes a user: shown at once in the list, taken back when the server refuses. */
export function useUpdateUser() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { users, show } = useShownUser();
  return useMutation(
    trpc.users.update.mutationOptions({
      onMutate: async ({ userId, changes }) => {
        await queryClient.cancelQueries(users);
        const before = queryClient.getQueriesData(users);
        const known = queryClient
          .getQueriesData<Page>(trpc.users.list.pathFilter())
          .flatMap(([, page]) => page?.items ?? [])
          .find((user) => user.userId === userId);
        if (known) show(withChanges(known, changes));
        return { before };
      },
      onError: (_error, _input, shown) => {
        for (const [key, data] of shown?.before ?? []) queryClient.setQueryData(key, data);
        return queryClient.invalidateQueries(users);
      },
      onSuccess: ({ user }) => {
        show(user);
        return queryClient.invalidateQueries(users);
      },
    }),
  );
}

/** Adds a user; the answer holds the link, this once. */
export function useInviteUser() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return useMutation(
    trpc.users.invite.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(trpc.users.pathFilter()),
    }),
  );
}

/** Takes the second factor from somebody who has lost the device. */
export function useResetSecondFactor() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { users, show } = useShownUser();
  return useMutation(
    trpc.users.resetSecondFactor.mutationOptions({
      onSuccess: ({ user }) => {
        show(user);
        return queryClient.invalidateQueries(users);
      },
    }),
  );
}

/** A new link for somebody; the former one is void. */
export function useRenewInvitation() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { users, show } = useShownUser();
  return useMutation(
    trpc.users.renewInvitation.mutationOptions({
      onSuccess: ({ user }) => {
        show(user);
        return queryClient.invalidateQueries(users);
      },
    }),
  );
}
