"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { routes } from "../../routes.ts";
import { useTRPC } from "../../trpc/browser.tsx";
import { QueryBoundary } from "../../trpc/query-boundary.tsx";
import { DataTable } from "../../ui/data-table/data-table.tsx";
import { Pager } from "../../ui/data-table/pager.tsx";
import { SkeletonTable } from "../../ui/data-table/skeleton-table.tsx";
import { useCursorPages } from "../../ui/data-table/use-cursor-pages.ts";
import { ListHead } from "../../ui/page/list-head.tsx";
import { Page } from "../../ui/page/page.tsx";
import { NothingYet } from "../../ui/states/empties.tsx";
import { transfersWaiting } from "./queries.ts";
import { transferColumns } from "./transfers/transfer-columns.tsx";

/** Transfers that wait for an administrator's decision, which is made on the contract's page. */
export function TransfersScreen() {
  return (
    <Page crumbs={[{ label: "Administration" }, { label: "Transfers" }]} width="full" headed>
      <ListHead title="Transfers" note="waiting for a decision" />
      <QueryBoundary
        what="the transfers"
        fallback={<SkeletonTable label="Transfers" columns={transferColumns} />}
      >
        <Transfers />
      </QueryBoundary>
    </Page>
  );
}

function Transfers() {
  const trpc = useTRPC();
  const pages = useCursorPages("transfers");
  const { data: page } = useSuspenseQuery(transfersWaiting(trpc, pages.after));
  return (
    <>
      <DataTable
        label="Transfers"
        columns={transferColumns}
        rows={page.items}
        rowId={({ requestId }) => requestId}
        hrefOf={({ contractId }) => routes.contract(contractId)}
        empty={
          <NothingYet
            title="No transfer waits for a decision"
            text="A transfer is asked for on the page of a contract whose terms want an administrator's approval."
          />
        }
      />
      <Pager pages={pages} shown={page.items.length} nextCursor={page.nextCursor} noun="transfers" />
    </>
  );
}
