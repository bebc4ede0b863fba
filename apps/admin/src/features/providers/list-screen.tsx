"use client";

import { QueryBoundary } from "../../trpc/query-boundary.tsx";
import { SkeletonTable } from "../../ui/data-table/skeleton-table.tsx";
import { LeaveRowDialog } from "../../ui/floating/leave-row-dialog.tsx";
import { besideToCome } from "../../ui/floating/sheet.tsx";
import { useOpenRow } from "../../ui/floating/use-open-row.ts";
import { later } from "../../ui/later/later.tsx";
import { Page } from "../../ui/page/page.tsx";
import { useShortcut } from "../../ui/shortcuts/use-shortcut.ts";
import { useMay } from "../session/use-may.ts";
import { providerColumns } from "./table/columns.tsx";
import { ProvidersHead } from "./table/providers-head.tsx";
import { ProvidersTable } from "./table/providers-table.tsx";
import { useProvidersList } from "./table/use-providers-list.ts";

const ProviderSheet = later(
  () => import("./sheet/provider-sheet.tsx").then((loaded) => loaded.ProviderSheet),
  besideToCome,
);

/** Who carries the risk of contracts: found by name and kind, changed beside the list. */
export function ProvidersScreen() {
  const may = useMay();
  const list = useProvidersList();
  const row = useOpenRow();
  const openNew = () => row.open("new");
  useShortcut("C", "New provider", openNew, { group: "Providers", when: may.administer });
  return (
    <Page
      crumbs={[{ label: "Providers" }]}
      width="full"
      headed
      beside={row.openId !== null && <ProviderSheet row={row} list={list} />}
    >
      <ProvidersHead list={list} onNew={openNew} />
      <QueryBoundary
        what="the providers"
        fallback={
          <SkeletonTable label="Providers" columns={providerColumns({ sought: null, storeName: null })} />
        }
      >
        <ProvidersTable list={list} row={row} />
      </QueryBoundary>
      <LeaveRowDialog row={row} />
    </Page>
  );
}
