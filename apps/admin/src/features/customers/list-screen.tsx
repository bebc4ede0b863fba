"use client";

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
import { NotPermitted } from "../../ui/states/states.tsx";
import { useDesk } from "../session/desk-context.tsx";
import { useMay } from "../session/use-may.ts";
import { NewCustomerButton } from "./new-customer-button.tsx";
import { customerColumns } from "./table/columns.tsx";
import { CustomersTable } from "./table/customers-table.tsx";
import { filterFields } from "./table/filter-fields.ts";
import { useCustomerHit } from "./table/use-customer-hit.ts";
import { useCustomersList } from "./table/use-customers-list.ts";

/** People and companies of the group: found by the beginning of a name, an e-mail address or a telephone number. */
export function CustomersScreen() {
  const router = useRouter();
  const { today, stores } = useDesk();
  const may = useMay();
  const list = useCustomersList();
  const hit = useCustomerHit(list);
  const table = useRef<DataTableHandle>(null);
  useShortcut("C", "New customer", () => router.push(routes.newCustomer()), {
    group: "Customers",
    when: may.write,
  });
  return (
    <Page crumbs={[{ label: "Customers" }]} width="full">
      <Toolbar end={may.write && <NewCustomerButton />}>
        <SearchBox
          label="Search customers"
          placeholder="Name, e-mail, phone…"
          value={list.params.q}
          onChange={list.search}
          onSubmit={hit.open}
        />
        <FilterBar fields={filterFields} value={list.chips} onChange={list.filter} today={today} />
      </Toolbar>
      {stores.length > 0 ? (
        <QueryBoundary
          what="the customers"
          fallback={<SkeletonTable label="Customers" columns={customerColumns(null)} />}
        >
          <CustomersTable list={list} table={table} focusRows={hit.focusRows} onFocused={hit.focused} />
        </QueryBoundary>
      ) : (
        <NotPermitted
          title="You have no store yet"
          text="Customers are shown to those who work in a store. An administrator of your group can grant you stores."
        />
      )}
    </Page>
  );
}
