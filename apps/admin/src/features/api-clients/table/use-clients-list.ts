"use client";

import { useQueryStates } from "nuqs";
import { useDeferredValue, useMemo } from "react";
import { useCursorPages } from "../../../ui/data-table/use-cursor-pages.ts";
import { clientsParams, questionOf } from "../search-params.ts";

/** What the list is asked by: read from the address, and written back to it. */
export function useClientsList() {
  const [{ q }, setParams] = useQueryStates(clientsParams);
  const pages = useCursorPages(`api-clients ${q}`);
  const asked = useMemo(() => ({ question: questionOf({ q }), cursor: pages.after }), [q, pages.after]);
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

export type ClientsList = ReturnType<typeof useClientsList>;
