"use client";

import { useRouter } from "next/navigation";
import { useRef } from "react";
import { routes } from "../../routes.ts";
import { QueryBoundary } from "../../trpc/query-boundary.tsx";
import type { DataTableHandle } from "../../ui/data-table/data-column.ts";
import { SkeletonTable } from "../../ui/data-table/skeleton-table.tsx";
import { SearchBox } from "../../ui/filters/search-box.tsx";
import { Page } from "../../ui/page/page.tsx";
import { Toolbar } from "../../ui/page/toolbar.tsx";
import { useShortcut } from "../../ui/shortcuts/use-shortcut.ts";
import { NotPermitted } from "../../ui/states/states.tsx";
import { useDesk } from "../session/desk-context.tsx";
import { useMay } from "../session/use-may.ts";
import { NewVehicleButton } from "./new-vehicle-button.tsx";
import { vehicleColumns } from "./table/columns.tsx";
import { useVehicleHit } from "./table/use-vehicle-hit.ts";
import { useVehiclesList } from "./table/use-vehicles-list.ts";
import { VehiclesTable } from "./table/vehicles-table.tsx";

/** Vehicles of the group: found by a part of VIN or plate, by a customer, a contract's number, or make and model. */
export function VehiclesScreen() {
  const router = useRouter();
  const { stores } = useDesk();
  const may = useMay();
  const list = useVehiclesList();
  const hit = useVehicleHit(list);
  const table = useRef<DataTableHandle>(null);
  useShortcut("C", "New vehicle", () => router.push(routes.newVehicle()), {
    group: "Vehicles",
    when: may.write,
  });
  return (
    <Page crumbs={[{ label: "Vehicles" }]} width="full">
      <Toolbar end={may.write && <NewVehicleButton />}>
        <SearchBox
          label="Search vehicles"
          placeholder="VIN, plate, customer…"
          value={list.params.q}
          onChange={list.search}
          onSubmit={hit.open}
        />
      </Toolbar>
      {stores.length > 0 ? (
        <QueryBoundary
          what="the vehicles"
          fallback={<SkeletonTable label="Vehicles" columns={vehicleColumns(null)} />}
        >
          <VehiclesTable list={list} table={table} focusRows={hit.focusRows} onFocused={hit.focused} />
        </QueryBoundary>
      ) : (
        <NotPermitted
          title="You have no store yet"
          text="Vehicles are shown to those who work in a store. An administrator of your group can grant you stores."
        />
      )}
    </Page>
  );
}
