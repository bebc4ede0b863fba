"use client";

import { useQueryStates } from "nuqs";
import { useDeferredValue, useMemo } from "react";
import { useCursorPages } from "../../../ui/data-table/use-cursor-pages.ts";
import type { FilterValue } from "../../../ui/filters/filter-field.ts";
import { useDesk } from "../../session/desk-context.tsx";
import { chipsOf, paramsOfChips, questionOf, renewalsParams, spans } from "../search-params.ts";

/** What the list is asked by: read from the address, and written back to it. */
export function useRenewalsList() {
  const { stores, store } = useDesk();
  const [params, setParams] = useQueryStates(renewalsParams);
  const chosen = store?.storeId ?? null;
  const question = useMemo(() => questionOf(params, stores, chosen), [params, stores, chosen]);
  const pages = useCursorPages(JSON.stringify(["renewals", question]));
  const asked = useMemo(() => ({ question, cursor: pages.after }), [question, pages.after]);
  // while a changed question is on its way, the rows of the former one stay
  const shown = useDeferredValue(asked);
  return {
    params,
    pages,
    shown,
    isStale: shown !== asked,
    chips: chipsOf(params),
    span(days: string) {
      const chosenSpan = spans.find((span) => String(span) === days) ?? null;
      void setParams({ days: chosenSpan }, { history: "push" });
      pages.reset();
    },
    filter(chips: FilterValue) {
      void setParams(paramsOfChips(chips), { history: "push" });
      pages.reset();
    },
  };
}

export type RenewalsList = ReturnType<typeof useRenewalsList>;
