"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "../../../trpc/browser.tsx";
import { DataTable } from "../../../ui/data-table/data-table.tsx";
import { Pager } from "../../../ui/data-table/pager.tsx";
import type { OpenRow } from "../../../ui/floating/use-open-row.ts";
import { useDesk } from "../../session/desk-context.tsx";
import { providerList } from "../queries.ts";
import { providerColumns } from "./columns.tsx";
import { NoProviders } from "./no-providers.tsx";
import type { ProvidersList } from "./use-providers-list.ts";

/** The rows of the question that is shown. */
export function ProvidersTable({ list, row }: { list: ProvidersList; row: OpenRow }) {
  const { store } = useDesk();
  const { question, cursor } = list.shown;
  const { data: page } = useSuspenseQuery(providerList(useTRPC(), question, cursor));
  const isWhole = page.nextCursor === null && list.pages.isFirst;
  return (
    <>
      <DataTable
        label="Providers"
        columns={providerColumns({ sought: question.search ?? null, storeName: store?.name ?? null })}
        rows={page.items}
        rowId={(provider) => provider.providerId}
        onOpen={(provider) => row.open(provider.providerId)}
        openId={row.openId}
        isStale={list.isStale}
        empty={<NoProviders list={list} onNew={() => row.open("new")} />}
      />
      <Pager
        pages={list.pages}
        shown={page.items.length}
        nextCursor={page.nextCursor}
        total={isWhole ? { count: page.items.length, capped: false } : null}
        noun="providers"
      />
    </>
  );
}
