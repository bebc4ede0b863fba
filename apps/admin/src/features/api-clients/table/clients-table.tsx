"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "../../../trpc/browser.tsx";
import { DataTable } from "../../../ui/data-table/data-table.tsx";
import { Pager } from "../../../ui/data-table/pager.tsx";
import type { SearchedList } from "../../../ui/data-table/use-searched-list.ts";
import type { OpenRow } from "../../../ui/floating/use-open-row.ts";
import { clientList } from "../queries.ts";
import { clientColumns } from "./columns.tsx";
import { NoClients } from "./no-clients.tsx";
import { useColumnFacts } from "./use-column-facts.ts";

/** The rows of the question that is shown. */
export function ClientsTable({ list, row }: { list: SearchedList; row: OpenRow }) {
  const { question, cursor } = list.shown;
  const { data: page } = useSuspenseQuery(clientList(useTRPC(), question, cursor));
  const facts = useColumnFacts(question.search);
  return (
    <>
      <DataTable
        label="API clients"
        columns={clientColumns(facts)}
        rows={page.items}
        rowId={({ clientId }) => clientId}
        onOpen={({ clientId }) => row.open(clientId)}
        openId={row.openId}
        isStale={list.isStale}
        empty={<NoClients list={list} onNew={() => row.open("new")} />}
      />
      {(page.nextCursor !== null || list.pages.after !== null) && (
        <Pager pages={list.pages} shown={page.items.length} nextCursor={page.nextCursor} noun="API clients" />
      )}
    </>
  );
}
