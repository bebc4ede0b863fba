"use client";

import { useQueryStates } from "nuqs";
import { useDeferredValue, useMemo } from "react";
import { searchedParams, searchedQuestion } from "./searched-params.ts";
import { useCursorPages } from "./use-cursor-pages.ts";

/** What a list is asked by that is searched and nothing else: read from the address, and written back to it. */
export function useSearchedList(name: string) {
  const [{ q }, setParams] = useQueryStates(searchedParams);
  const pages = useCursorPages(`${name} ${q}`);
  const asked = useMemo(() => ({ question: searchedQuestion({ q }), cursor: pages.after }), [q, pages.after]);
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

export type SearchedList = ReturnType<typeof useSearchedList>;
