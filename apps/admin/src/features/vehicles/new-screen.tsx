"use client";

import type { Route } from "next";
import { useState } from "react";
import { useFormState } from "react-hook-form";
import { routes, withChosenVehicle } from "../../routes.ts";
import { newKey } from "../../trpc/correlation.ts";
import { DraftNote } from "../../ui/fields/draft-note.tsx";
import { LeaveDialog } from "../../ui/fields/leave-dialog.tsx";
import { Page } from "../../ui/page/page.tsx";
import { PageColumns } from "../../ui/page/page-columns.tsx";
import { PageHead } from "../../ui/page/page-head.tsx";
import { useShortcut } from "../../ui/shortcuts/use-shortcut.ts";
import { NotPermitted } from "../../ui/states/states.tsx";
import { useDesk } from "../session/desk-context.tsx";
import { useMay } from "../session/use-may.ts";
import { newForm } from "./form/form-values.ts";
import { VehicleSections } from "./form/later-sections.tsx";
import { ReviewDock, ReviewPanel } from "./form/review-panel.tsx";
import { useMakeVehicle } from "./form/use-make-vehicle.ts";
import { useVehicleForm } from "./form/use-vehicle-form.ts";
import { VehicleFormProvider } from "./form/vehicle-form-context.tsx";

type NewVehicleProps = {
  /** What was looked for and is not there. */
  sought: string;
  /** The form that goes on with the new vehicle; null: its page. */
  back: Route | null;
};

const crumbs = [{ label: "Vehicles", href: routes.vehicles }, { label: "New vehicle" }];

/** A vehicle is entered: its number, what it is, and what its odometer says. */
export function NewVehicleScreen(props: NewVehicleProps) {
  const { write, why } = useMay();
  return (
    <Page crumbs={crumbs}>
      {write ? (
        <NewVehicle {...props} />
      ) : (
        <NotPermitted level={1} title="Vehicles are entered by others" text={why} />
      )}
    </Page>
  );
}

function NewVehicle({ sought, back }: NewVehicleProps) {
  const { store, stores, timeZone } = useDesk();
  const here = store ?? stores[0];
  const [defaults] = useState(() =>
    newForm({
      formKey: newKey(),
      storeId: here?.storeId ?? null,
      today: here?.today ?? null,
      sought,
    }),
  );
  const nextOf = (vehicleId: string) =>
    back ? withChosenVehicle(back, vehicleId) : routes.vehicle(vehicleId);
  const vehicleForm = useVehicleForm(defaults, {
    record: `new-vehicle:${sought}`,
    instead: { label: back ? "Take it for the contract" : "Open it", hrefOf: nextOf },
    opened: null,
  });
  const { state, draft } = vehicleForm;
  const { make, isMaking } = useMakeVehicle(vehicleForm, nextOf);
  const { isDirty } = useFormState({ control: state.form.control });
  const effect = back ? "Add and go on with the contract" : "Add vehicle";
  useShortcut("mod+Enter", effect, make, { group: "New vehicle" });
  const review = { make, isMaking, effect };
  return (
    <VehicleFormProvider value={state}>
      <PageHead title="New vehicle" beside={<DraftNote {...draft} timeZone={timeZone} />} />
      <PageColumns main={<VehicleSections isNew />} side={<ReviewPanel {...review} />} sticky />
      <ReviewDock {...review} />
      <LeaveDialog isTyped={isDirty && !isMaking} />
    </VehicleFormProvider>
  );
}
