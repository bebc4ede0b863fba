"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../../trpc/browser.tsx";
import { userList } from "./queries.ts";
import type { UsersList } from "./use-users-list.ts";
import { countWords } from "./words.ts";

/** How many the list shows, where all of them are on one page. */
export function useUsersCount({ shown }: UsersList): string | null {
  const trpc = useTRPC();
  const { data: page } = useQuery(userList(trpc, shown));
  if (!page || page.nextCursor !== null || shown.cursor !== null) return null;
  return shown.search.trim() === "" ? countWords(page.items) : `${page.items.length} found`;
}
