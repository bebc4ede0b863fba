"use client";

import { useQueryStates } from "nuqs";
import { useDeferredValue, useMemo } from "react";
import type { Sort } from "../../../ui/data-table/data-column.ts";
import { useCursorPages } from "../../../ui/data-table/use-cursor-pages.ts";
import type { VehicleSort } from "../queries.ts";
import { questionOf, sortOf, vehiclesParams } from "../search-params.ts";

/** What the list is asked by: read from the address, and written back to it. */
export function useVehiclesList() {
  const [params, setParams] = useQueryStates(vehiclesParams);
  const question = useMemo(() => questionOf(params), [params]);
  const sort = useMemo(() => sortOf(params), [params]);
  const pages = useCursorPages(JSON.stringify(["vehicles", question, sort]));

  const asked = useMemo(() => ({ question, sort, cursor: pages.after }), [question, sort, pages.after]);
  // while a changed question is on its way, the rows of the former one stay
  const shown = useDeferredValue(asked);

  return {
    params,
    pages,
    asked,
    shown,
    isStale: shown !== asked,
    search(q: string) {
      if (q === params.q) return;
      void setParams({ q: q === "" ? null : q });
      pages.reset();
    },
    sortBy({ by, direction }: Sort) {
      // the table only offers columns that the model can sort by
      void setParams({ sort: by as VehicleSort["by"], order: direction }, { history: "push" });
      pages.reset();
    },
  };
}

export type VehiclesList = ReturnType<typeof useVehiclesList>;
