"use client";

import { SegmentedControl } from "@mantine/core";
import { contractTypes } from "@vehicle-contracts/contract-model";
import { useMemo } from "react";
import { QueryBoundary } from "../../trpc/query-boundary.tsx";
import { SkeletonTable } from "../../ui/data-table/skeleton-table.tsx";
import { FilterBar } from "../../ui/filters/filter-bar.tsx";
import type { FilterField } from "../../ui/filters/filter-field.ts";
import { ListHead } from "../../ui/page/list-head.tsx";
import { Page } from "../../ui/page/page.tsx";
import { NotPermitted } from "../../ui/states/states.tsx";
import { typeWord } from "../contracts/words.ts";
import { useDesk } from "../session/desk-context.tsx";
import { ExportMenu } from "./export-menu.tsx";
import { spans } from "./search-params.ts";
import { renewalColumns } from "./table/columns.tsx";
import { RenewalsTable } from "./table/renewals-table.tsx";
import classes from "./table/table.module.css";
import { useRenewalsList } from "./table/use-renewals-list.ts";

/** What ends soon and is not renewed: whom to ask, by which channels, and the list of it for marketing. */
export function RenewalsScreen() {
  const { today, stores } = useDesk();
  const list = useRenewalsList();
  const fields = useMemo(() => filterFields(stores), [stores]);
  if (stores.length === 0)
    return (
      <Page crumbs={[{ label: "Renewals" }]}>
        <NotPermitted
          title="You have no store yet"
          text="Renewals are shown to those who work in a store. An administrator of your group can grant you stores."
        />
      </Page>
    );
  return (
    <Page crumbs={[{ label: "Renewals" }]} width="full" headed>
      <ListHead title="Renewals" end={<ExportMenu question={list.shown.question} />}>
        <SegmentedControl
          size="xs"
          aria-label="Ends within"
          value={String(list.params.days)}
          onChange={list.span}
          data={spans.map((days) => ({
            value: String(days),
            label: days === 365 ? "1 year" : `${days} days`,
          }))}
        />
        <FilterBar fields={fields} value={list.chips} onChange={list.filter} today={today} />
        <span className={classes.foot}>
          The export leaves out those who did not agree, and says how many.
        </span>
      </ListHead>
      <QueryBoundary
        what="the renewals"
        fallback={<SkeletonTable label="Renewals" columns={renewalColumns} />}
      >
        <RenewalsTable list={list} />
      </QueryBoundary>
    </Page>
  );
}

const filterFields = (stores: readonly { storeId: string; name: string }[]): FilterField[] => [
  {
    id: "store",
    label: "Store",
    kind: "choice",
    options: stores.map(({ storeId, name }) => ({ value: storeId, label: name })),
  },
  {
    id: "type",
    label: "Type",
    kind: "choice",
    options: contractTypes.map((type) => ({ value: type, label: typeWord(type) })),
  },
];
