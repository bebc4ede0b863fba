"use client";

import { Button } from "@mantine/core";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { routes } from "../../../routes.ts";
import { useTRPC } from "../../../trpc/browser.tsx";
import { DataTable } from "../../../ui/data-table/data-table.tsx";
import { Pager } from "../../../ui/data-table/pager.tsx";
import { NoMatch } from "../../../ui/states/empties.tsx";
import { useIsHydrated } from "../../../ui/use-is-hydrated.ts";
import { renewalCount, renewalList } from "../queries.ts";
import { renewalColumns } from "./columns.tsx";
import type { RenewalsList } from "./use-renewals-list.ts";

/** The rows of the question that is shown, and which of how many they are. */
export function RenewalsTable({ list }: { list: RenewalsList }) {
  const trpc = useTRPC();
  const { question, cursor } = list.shown;
  const { data: page } = useSuspenseQuery(renewalList(trpc, question, cursor));
  // The menu above asks for the count too, and may know it before this part of the page has come to life.
  const isHydrated = useIsHydrated();
  const { data: total } = useQuery(renewalCount(trpc, question));
  return (
    <>
      <DataTable
        label="Renewals"
        columns={renewalColumns}
        rows={page.items}
        rowId={({ contractId }) => contractId}
        hrefOf={({ contractId }) => routes.contract(contractId)}
        isStale={list.isStale}
        empty={<NoRenewals list={list} />}
      />
      <Pager
        pages={list.pages}
        shown={page.items.length}
        nextCursor={page.nextCursor}
        total={isHydrated && total ? total : null}
        noun="contracts"
      />
    </>
  );
}

function NoRenewals({ list }: { list: RenewalsList }) {
  const isNarrowed = Object.keys(list.chips).length > 0;
  return (
    <NoMatch
      title={`Nothing ends within ${list.params.days} days`}
      text="Listed is what is in force or suspended, has an end date, and is not renewed yet."
      actions={
        isNarrowed ? (
          <Button variant="default" onClick={() => list.filter({})}>
            Clear filters
          </Button>
        ) : (
          list.params.days < 365 && (
            <Button variant="default" onClick={() => list.span("365")}>
              Look a year ahead
            </Button>
          )
        )
      }
    />
  );
}
