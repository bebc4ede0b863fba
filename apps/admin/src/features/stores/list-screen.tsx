"use client";

import { QueryBoundary } from "../../trpc/query-boundary.tsx";
import { SkeletonTable } from "../../ui/data-table/skeleton-table.tsx";
import { useSearchedList } from "../../ui/data-table/use-searched-list.ts";
import { LeaveRowDialog } from "../../ui/floating/leave-row-dialog.tsx";
import { besideToCome } from "../../ui/floating/sheet.tsx";
import { useOpenRow } from "../../ui/floating/use-open-row.ts";
import { later } from "../../ui/later/later.tsx";
import { Page } from "../../ui/page/page.tsx";
import { useShortcut } from "../../ui/shortcuts/use-shortcut.ts";
import { useFormat } from "../../ui/use-format.ts";
import { storeColumns } from "./table/columns.tsx";
import { StoresHead } from "./table/stores-head.tsx";
import { StoresTable } from "./table/stores-table.tsx";

const StoreSheet = later(
  () => import("./sheet/store-sheet.tsx").then((loaded) => loaded.StoreSheet),
  besideToCome,
);

/** The dealerships of the group, each with its day, money and units: changed beside the list. */
export function StoresScreen() {
  const format = useFormat();
  const list = useSearchedList("stores");
  const row = useOpenRow();
  const openNew = () => row.open("new");
  useShortcut("C", "New store", openNew, { group: "Stores" });
  return (
    <Page
      crumbs={[{ label: "Stores" }]}
      width="full"
      headed
      beside={row.openId !== null && <StoreSheet row={row} list={list} />}
    >
      <StoresHead list={list} onNew={openNew} />
      <QueryBoundary
        what="the stores"
        fallback={<SkeletonTable label="Stores" columns={storeColumns(format, null)} />}
      >
        <StoresTable list={list} row={row} />
      </QueryBoundary>
      <LeaveRowDialog row={row} />
    </Page>
  );
}
