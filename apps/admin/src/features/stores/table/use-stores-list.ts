"use client";

import { useQueryStates } from "nuqs";
import { useDeferredValue, useMemo } from "react";
import { useCursorPages } from "../../../ui/data-table/use-cursor-pages.ts";
import { questionOf, storesParams } from "../search-params.ts";

/** What the list is asked by: read from the address, and written back to it. */
export function useStoresList() {
  const [{ q }, setParams] = useQueryStates(storesParams);
  const pages = useCursorPages(`stores ${q}`);
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

export type StoresList = ReturnType<typeof useStoresList>;
