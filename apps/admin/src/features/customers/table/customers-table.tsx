"use client";

import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import type { RefObject } from "react";
import { routes } from "../../../routes.ts";
import { useTRPC } from "../../../trpc/browser.tsx";
import type { DataTableHandle } from "../../../ui/data-table/data-column.ts";
import { DataTable } from "../../../ui/data-table/data-table.tsx";
import { Pager } from "../../../ui/data-table/pager.tsx";
import { useFocusOnArrival } from "../../../ui/data-table/use-focus-on-arrival.ts";
import { customerCount, customerList } from "../queries.ts";
import { customerColumns } from "./columns.tsx";
import { NoCustomers } from "./no-customers.tsx";
import type { CustomersList } from "./use-customers-list.ts";

type CustomersTableProps = {
  list: CustomersList;
  table: RefObject<DataTableHandle | null>;
  /** The first row is to have the focus. */
  focusRows: boolean;
  onFocused: () => void;
};

/** The rows of the question that is shown, and which of how many they are. */
export function CustomersTable({ list, table, focusRows, onFocused }: CustomersTableProps) {
  const trpc = useTRPC();
  const { question, sort, cursor } = list.shown;
  const { data: page } = useSuspenseQuery(customerList(trpc, question, { sort, cursor }));
  const { data: total } = useQuery(customerCount(trpc, question));
  useFocusOnArrival(focusRows && !list.isStale && page.items.length > 0, table, onFocused);
  return (
    <>
      <DataTable
        label="Customers"
        columns={customerColumns(question.search ?? null)}
        rows={page.items}
        rowId={({ partyId }) => partyId}
        hrefOf={({ partyId }) => routes.customer(partyId)}
        sort={sort}
        onSort={list.sortBy}
        isStale={list.isStale}
        empty={<NoCustomers list={list} />}
        handle={table}
      />
      <Pager
        pages={list.pages}
        shown={page.items.length}
        nextCursor={page.nextCursor}
        total={total ?? null}
        noun="customers"
      />
    </>
  );
}
