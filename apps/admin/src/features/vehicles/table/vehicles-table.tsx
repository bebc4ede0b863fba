"use client";

import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import type { RefObject } from "react";
import { routes } from "../../../routes.ts";
import { useTRPC } from "../../../trpc/browser.tsx";
import type { DataTableHandle } from "../../../ui/data-table/data-column.ts";
import { DataTable } from "../../../ui/data-table/data-table.tsx";
import { Pager } from "../../../ui/data-table/pager.tsx";
import { useFocusOnArrival } from "../../../ui/data-table/use-focus-on-arrival.ts";
import { vehicleCount, vehicleList } from "../queries.ts";
import { vehicleColumns } from "./columns.tsx";
import { NoVehicles } from "./no-vehicles.tsx";
import type { VehiclesList } from "./use-vehicles-list.ts";

type VehiclesTableProps = {
  list: VehiclesList;
  table: RefObject<DataTableHandle | null>;
  /** The first row is to have the focus. */
  focusRows: boolean;
  onFocused: () => void;
};

/** The rows of the question that is shown, and which of how many they are. */
export function VehiclesTable({ list, table, focusRows, onFocused }: VehiclesTableProps) {
  const trpc = useTRPC();
  const { question, sort, cursor } = list.shown;
  const { data: page } = useSuspenseQuery(vehicleList(trpc, question, { sort, cursor }));
  const { data: total } = useQuery(vehicleCount(trpc, question));
  useFocusOnArrival(focusRows && !list.isStale && page.items.length > 0, table, onFocused);
  return (
    <>
      <DataTable
        label="Vehicles"
        columns={vehicleColumns(question.search ?? null)}
        rows={page.items}
        rowId={({ vehicleId }) => vehicleId}
        hrefOf={({ vehicleId }) => routes.vehicle(vehicleId)}
        sort={sort}
        onSort={list.sortBy}
        isStale={list.isStale}
        empty={<NoVehicles list={list} />}
        handle={table}
      />
      <Pager
        pages={list.pages}
        shown={page.items.length}
        nextCursor={page.nextCursor}
        total={total ?? null}
        noun="vehicles"
      />
    </>
  );
}
