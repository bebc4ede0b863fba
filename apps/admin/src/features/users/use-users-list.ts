"use client";

import { useQueryStates } from "nuqs";
import { useDeferredValue, useMemo } from "react";
import { useCursorPages } from "../../ui/data-table/use-cursor-pages.ts";
import { usersParams } from "./search-params.ts";

/** What the list is asked by: read from the address, and written back to it. */
export function useUsersList() {
  const [{ q }, setParams] = useQueryStates(usersParams);
  const pages = useCursorPages(`users ${q}`);
  const asked = useMemo(() => ({ search: q, cursor: pages.after }), [q, pages.after]);
  // while a changed question is on its way, the rows of the former one stay
  const shown = useDeferredValue(asked);
  return {
    q,
    pages,
    shown,
    isStale: shown !== asked,
    search(text: string) {
      if (text === q) return;
      void setParams({ q: text === "" ? null : text });
      pages.reset();
    },
  };
}

export type UsersList = ReturnType<typeof useUsersList>;
