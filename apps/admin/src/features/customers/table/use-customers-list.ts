"use client";

import { useQueryStates } from "nuqs";
import { useDeferredValue, useMemo } from "react";
import type { Sort } from "../../../ui/data-table/data-column.ts";
import { useCursorPages } from "../../../ui/data-table/use-cursor-pages.ts";
import type { FilterValue } from "../../../ui/filters/filter-field.ts";
import type { CustomerSort } from "../queries.ts";
import { chipsOf, customersParams, paramsOfChips, questionOf, sortOf } from "../search-params.ts";

/** What the list is asked by: read from the address, and written back to it. */
export function useCustomersList() {
  const [params, setParams] = useQueryStates(customersParams);
  const question = useMemo(() => questionOf(params), [params]);
  const sort = useMemo(() => sortOf(params), [params]);
  const pages = useCursorPages(JSON.stringify(["customers", question, sort]));

  const asked = useMemo(() => ({ question, sort, cursor: pages.after }), [question, sort, pages.after]);
  // while a changed question is on its way, the rows of the former one stay
  const shown = useDeferredValue(asked);

  return {
    params,
    pages,
    asked,
    shown,
    isStale: shown !== asked,
    questionFor: (q: string) => questionOf({ ...params, q }),
    chips: chipsOf(params),
    search(q: string) {
      if (q === params.q) return;
      void setParams({ q: q === "" ? null : q });
      pages.reset();
    },
    filter(chips: FilterValue) {
      void setParams(paramsOfChips(chips), { history: "push" });
      pages.reset();
    },
    sortBy({ by, direction }: Sort) {
      // the table only offers columns that the model can sort by
      void setParams({ sort: by as CustomerSort["by"], order: direction }, { history: "push" });
      pages.reset();
    },
    clear() {
      void setParams({ ...paramsOfChips({}), q: null }, { history: "push" });
      pages.reset();
    },
  };
}

export type CustomersList = ReturnType<typeof useCustomersList>;
