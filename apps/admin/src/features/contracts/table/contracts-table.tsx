"use client";

import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import type { RefObject } from "react";
import { routes } from "../../../routes.ts";
import { useTRPC } from "../../../trpc/browser.tsx";
import type { DataTableHandle } from "../../../ui/data-table/data-column.ts";
import { DataTable } from "../../../ui/data-table/data-table.tsx";
import { Pager } from "../../../ui/data-table/pager.tsx";
import { useFocusOnArrival } from "../../../ui/data-table/use-focus-on-arrival.ts";
import { contractCount, contractList } from "../queries.ts";
import { contractColumns } from "./columns.tsx";
import { NoContracts } from "./nothing-there.ts";
import type { ContractsList } from "./use-contracts-list.ts";

type ContractsTableProps = {
  list: ContractsList;
  table: RefObject<DataTableHandle | null>;
  /** The first row is to have the focus. */
  focusRows: boolean;
  onFocused: () => void;
};

/** The rows of the question that is shown, and which of how many they are. */
export function ContractsTable({ list, table, focusRows, onFocused }: ContractsTableProps) {
  const trpc = useTRPC();
  const { question, sort, cursor } = list.shown;
  const { data: page } = useSuspenseQuery(contractList(trpc, question, { sort, cursor }));
  const { data: total } = useQuery(contractCount(trpc, question));
  useFocusOnArrival(focusRows && !list.isStale && page.items.length > 0, table, onFocused);
  return (
    <>
      <DataTable
        label="Contracts"
        columns={contractColumns(oneWord(question.search))}
        rows={page.items}
        rowId={(contract) => contract.contractId}
        hrefOf={(contract) => routes.contract(contract.contractId)}
        sort={sort}
        onSort={list.sortBy}
        isStale={list.isStale}
        empty={<NoContracts list={list} />}
        handle={table}
      />
      <Pager
        pages={list.pages}
        shown={page.items.length}
        nextCursor={page.nextCursor}
        total={total ?? null}
        noun="contracts"
      />
    </>
  );
}

/** Several words are found in several places, and none of them stands anywhere as a whole. */
const oneWord = (search: string | null | undefined) => (search && !/\s/.test(search) ? search : null);
