"use client";

import { useQueryStates } from "nuqs";
import { useDeferredValue, useMemo } from "react";
import { useCursorPages } from "../../../ui/data-table/use-cursor-pages.ts";
import type { FilterValue } from "../../../ui/filters/filter-field.ts";
import { chipsOf, paramsOfChips, providersParams, questionOf } from "../search-params.ts";

/** What the list is asked by: read from the address, and written back to it. */
export function useProvidersList() {
  const [params, setParams] = useQueryStates(providersParams);
  const question = useMemo(() => questionOf(params), [params]);
  const pages = useCursorPages(`providers ${JSON.stringify(question)}`);
  const asked = useMemo(() => ({ question, cursor: pages.after }), [question, pages.after]);
  // while a changed question is on its way, the rows of the former one stay
  const shown = useDeferredValue(asked);
  return {
    q: params.q,
    chips: chipsOf(params),
    pages,
    shown,
    isStale: shown !== asked,
    search(q: string) {
      if (q === params.q) return;
      void setParams({ q: q === "" ? null : q });
      pages.reset();
    },
    filter(chips: FilterValue) {
      void setParams(paramsOfChips(chips), { history: "push" });
      pages.reset();
    },
    clear() {
      void setParams({ q: null, kind: null }, { history: "push" });
      pages.reset();
    },
  };
}

export type ProvidersList = ReturnType<typeof useProvidersList>;
