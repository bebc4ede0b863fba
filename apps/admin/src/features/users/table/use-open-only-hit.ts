"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "../../../trpc/browser.tsx";
import { useOnlyHit } from "../../../ui/data-table/use-only-hit.ts";
import { userList } from "../queries.ts";
import { addressOf } from "../search-params.ts";
import type { UsersList } from "../use-users-list.ts";

/** Enter in the search box: the only user found is opened beside the list. */
export function useOpenOnlyHit(list: UsersList) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const find = async (search: string) => {
    const page = await queryClient.fetchQuery(userList(trpc, { search })).catch(() => null);
    return page?.items.map(({ userId }) => addressOf({ q: search, open: userId })) ?? null;
  };
  return useOnlyHit(find, list.shown.search.trim());
}
