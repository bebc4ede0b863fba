"use client";

import { VisuallyHidden } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useRef } from "react";
import { routes } from "../../routes.ts";
import { QueryBoundary } from "../../trpc/query-boundary.tsx";
import type { DataTableHandle } from "../../ui/data-table/data-column.ts";
import { SkeletonTable } from "../../ui/data-table/skeleton-table.tsx";
import { FilterBar } from "../../ui/filters/filter-bar.tsx";
import { SearchBox } from "../../ui/filters/search-box.tsx";
import { Page } from "../../ui/page/page.tsx";
import { Toolbar } from "../../ui/page/toolbar.tsx";
import { useShortcut } from "../../ui/shortcuts/use-shortcut.ts";
import { useDesk } from "../session/desk-context.tsx";
import { useMay } from "../session/use-may.ts";
import { NewContractButton } from "./new-contract-button.tsx";
import { asksGrantedStores } from "./search-params.ts";
import { contractColumns } from "./table/columns.tsx";
import { ContractsTable } from "./table/contracts-table.tsx";
import { NobodyThere, NotGranted } from "./table/nothing-there.ts";
import { useContractsList } from "./table/use-contracts-list.ts";
import { useFilterFields } from "./table/use-filter-fields.tsx";
import { areAsked, missingIn, useFilterNames } from "./table/use-filter-names.ts";
import { useOpenOnlyHit } from "./table/use-open-only-hit.ts";

/** Contracts of the granted stores: found by a part of VIN, plate, number or name. */
export function ContractsScreen() {
  const router = useRouter();
  const { today, stores } = useDesk();
  const may = useMay();
  const list = useContractsList();
  const hit = useOpenOnlyHit(list);
  const names = useFilterNames(list.chips);
  const fields = useFilterFields(list.chips, names);
  const table = useRef<DataTableHandle>(null);
  useShortcut("C", "New contract", () => router.push(routes.newContract()), {
    group: "Contracts",
    when: may.write,
  });
  const isGranted = stores.length > 0 && asksGrantedStores(list.params, stores);
  const missing = missingIn(names);
  const skeleton = <SkeletonTable label="Contracts" columns={contractColumns(null)} />;
  return (
    <Page crumbs={[{ label: "Contracts" }]} width="full">
      <VisuallyHidden component="h1">Contracts</VisuallyHidden>
      <Toolbar end={may.write && <NewContractButton />}>
        <SearchBox
          label="Search contracts"
          placeholder="VIN, plate, customer…"
          value={list.params.q}
          onChange={list.search}
          onSubmit={hit.open}
        />
        <FilterBar fields={fields} value={list.chips} onChange={list.filter} today={today} />
      </Toolbar>
      {!isGranted && <NotGranted onShow={() => list.filter({ ...list.chips, store: [] })} />}
      {isGranted && missing.length > 0 && <NobodyThere missing={missing} list={list} />}
      {isGranted && missing.length === 0 && (
        <QueryBoundary what="the contracts" fallback={skeleton}>
          {areAsked(names) ? (
            skeleton
          ) : (
            <ContractsTable list={list} table={table} focusRows={hit.focusRows} onFocused={hit.focused} />
          )}
        </QueryBoundary>
      )}
    </Page>
  );
}
