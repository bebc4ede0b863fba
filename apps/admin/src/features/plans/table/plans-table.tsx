"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { routes } from "../../../routes.ts";
import { useTRPC } from "../../../trpc/browser.tsx";
import { DataTable } from "../../../ui/data-table/data-table.tsx";
import { Pager } from "../../../ui/data-table/pager.tsx";
import type { SearchedList } from "../../../ui/data-table/use-searched-list.ts";
import { useFormat } from "../../../ui/use-format.ts";
import { planList } from "../queries.ts";
import { planColumns } from "./columns.tsx";
import { NoPlans } from "./no-plans.tsx";

/** The rows of the question that is shown. */
export function PlansTable({ list }: { list: SearchedList }) {
  const format = useFormat();
  const { question, cursor } = list.shown;
  const { data: page } = useSuspenseQuery(planList(useTRPC(), question, cursor));
  const isWhole = page.nextCursor === null && list.pages.isFirst;
  return (
    <>
      <DataTable
        label="Plans"
        columns={planColumns(format, question.search ?? null)}
        rows={page.items}
        rowId={(plan) => plan.code}
        hrefOf={(plan) => routes.plan(plan.code)}
        isStale={list.isStale}
        empty={<NoPlans list={list} />}
      />
      <Pager
        pages={list.pages}
        shown={page.items.length}
        nextCursor={page.nextCursor}
        total={isWhole ? { count: page.items.length, capped: false } : null}
        noun="plans"
      />
    </>
  );
}
