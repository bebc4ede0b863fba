"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "../../../trpc/browser.tsx";
import { DataTable } from "../../../ui/data-table/data-table.tsx";
import { Pager } from "../../../ui/data-table/pager.tsx";
import type { SearchedList } from "../../../ui/data-table/use-searched-list.ts";
import type { OpenRow } from "../../../ui/floating/use-open-row.ts";
import { useFormat } from "../../../ui/use-format.ts";
import { storeList } from "../queries.ts";
import { storeColumns } from "./columns.tsx";
import { NoStores } from "./no-stores.tsx";

/** The rows of the question that is shown. */
export function StoresTable({ list, row }: { list: SearchedList; row: OpenRow }) {
  const format = useFormat();
  const { question, cursor } = list.shown;
  const { data: page } = useSuspenseQuery(storeList(useTRPC(), question, cursor));
  const isWhole = page.nextCursor === null && list.pages.isFirst;
  return (
    <>
      <DataTable
        label="Stores"
        columns={storeColumns(format, question.search ?? null)}
        rows={page.items}
        rowId={(store) => store.storeId}
        onOpen={(store) => row.open(store.storeId)}
        openId={row.openId}
        isStale={list.isStale}
        empty={<NoStores list={list} onNew={() => row.open("new")} />}
      />
      <Pager
        pages={list.pages}
        shown={page.items.length}
        nextCursor={page.nextCursor}
        total={isWhole ? { count: page.items.length, capped: false } : null}
        noun="stores"
      />
    </>
  );
}
