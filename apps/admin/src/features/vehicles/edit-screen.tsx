"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import type { Vehicle } from "@vehicle-contracts/contract-model";
import { useState } from "react";
import { useFormState } from "react-hook-form";
import { routes } from "../../routes.ts";
import { useTRPC } from "../../trpc/browser.tsx";
import { newKey } from "../../trpc/correlation.ts";
import { DraftNote } from "../../ui/fields/draft-note.tsx";
import { LeaveDialog } from "../../ui/fields/leave-dialog.tsx";
import { later } from "../../ui/later/later.tsx";
import { Page } from "../../ui/page/page.tsx";
import { PageColumns } from "../../ui/page/page-columns.tsx";
import { PageHead } from "../../ui/page/page-head.tsx";
import { Plate } from "../../ui/plate.tsx";
import { useShortcut } from "../../ui/shortcuts/use-shortcut.ts";
import { NotPermitted } from "../../ui/states/states.tsx";
import { useDesk } from "../session/desk-context.tsx";
import { useMay } from "../session/use-may.ts";
import { formOf } from "./form/form-values.ts";
import { VehicleSections } from "./form/later-sections.tsx";
import { useSaveVehicle } from "./form/use-save-vehicle.ts";
import { useVehicleForm } from "./form/use-vehicle-form.ts";
import { VehicleChangesDock, VehicleChangesPanel } from "./form/vehicle-changes.tsx";
import { VehicleFormProvider } from "./form/vehicle-form-context.tsx";
import { vehicleById } from "./queries.ts";
import { vehicleName } from "./vehicle-name.ts";

const VehicleConflict = later(() =>
  import("./form/vehicle-conflict.tsx").then((loaded) => loaded.VehicleConflict),
);

/** A vehicle is changed in the form it was entered in; its readings are recorded on its page. */
export function EditVehicleScreen({ vehicleId }: { vehicleId: string }) {
  const { data: vehicle } = useSuspenseQuery(vehicleById(useTRPC(), vehicleId));
  const { write, why } = useMay();
  const crumbs = [
    { label: "Vehicles", href: routes.vehicles },
    { label: vehicle.licensePlate ?? vehicleName(vehicle), href: routes.vehicle(vehicleId) },
    { label: "Edit" },
  ];
  return (
    <Page crumbs={crumbs}>
      {write ? (
        <EditVehicle key={vehicleId} vehicle={vehicle} />
      ) : (
        <NotPermitted level={1} title="Vehicles are changed by others" text={why} />
      )}
    </Page>
  );
}

const instead = { label: "Open it", hrefOf: routes.vehicle };

function EditVehicle({ vehicle }: { vehicle: Vehicle }) {
  const { store, stores, timeZone } = useDesk();
  const [opened] = useState(vehicle);
  const [defaults] = useState(() =>
    formOf(opened, { formKey: newKey(), storeId: (store ?? stores[0])?.storeId ?? null }),
  );
  const vehicleForm = useVehicleForm(defaults, {
    record: `vehicle:${vehicle.vehicleId}`,
    instead,
    opened,
  });
  const { state, draft } = vehicleForm;
  const base = state.base ?? vehicle;
  const saving = useSaveVehicle(vehicleForm);
  const { isDirty } = useFormState({ control: state.form.control });
  useShortcut("mod+Enter", "Save changes", saving.save, { group: "Edit vehicle" });
  const panel = { base, isSaving: saving.isSaving, save: saving.save };
  return (
    <VehicleFormProvider value={state}>
      <PageHead
        title={`Edit ${vehicleName(base)}`}
        beside={
          <>
            {base.licensePlate && <Plate>{base.licensePlate}</Plate>}
            <DraftNote {...draft} timeZone={timeZone} />
          </>
        }
      />
      <PageColumns main={<VehicleSections />} side={<VehicleChangesPanel {...panel} />} sticky />
      <VehicleChangesDock {...panel} />
      <LeaveDialog isTyped={isDirty && !saving.isSaving} />
      {saving.met && <VehicleConflict base={base} met={saving.met} saving={saving} around={state.around} />}
    </VehicleFormProvider>
  );
}
