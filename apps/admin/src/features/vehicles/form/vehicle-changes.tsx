"use client";

import type { Vehicle } from "@vehicle-contracts/contract-model";
import { sameValue } from "@vehicle-contracts/contract-rules";
import { useWatch } from "react-hook-form";
import { routes } from "../../../routes.ts";
import { type ChangeLine, ChangesDock, ChangesPanel } from "../../../ui/form-page/changes-panel.tsx";
import { useLoaded } from "../../../ui/later/use-loaded.ts";
import { useFormat } from "../../../ui/use-format.ts";
import type { VehicleForm } from "./form-values.ts";
import { formLabels } from "./labels.ts";
import { laterVehicleCheck } from "./later-vehicle-check.ts";
import { useVehicleFormState } from "./vehicle-form-context.tsx";
import { writtenFields, writtenLabels, writtenOf } from "./written.ts";
import { writtenWords } from "./written-words.ts";

type ChangesProps = { base: Vehicle; isSaving: boolean; save: () => void };

/** What differs from what the form began from; null while it cannot be told. */
function useChanges(base: Vehicle): ChangeLine[] | null | undefined {
  const { form, around } = useVehicleFormState();
  const format = useFormat();
  const values = useWatch({ control: form.control }) as VehicleForm; // all of it is there from the first
  const check = useLoaded(laterVehicleCheck);
  const checked = check?.checkForm(values, around);
  if (!checked?.ok) return checked && null;
  const [was, now] = [writtenOf(base, base.vinKind), checked.value.written];
  return writtenFields
    .filter((field) => !sameValue(was[field], now[field]))
    .map((field) => ({
      key: field,
      label: writtenLabels[field],
      was: writtenWords(field, was, format),
      now: writtenWords(field, now, format),
    }));
}

function usePanel({ base, isSaving, save }: ChangesProps) {
  const { form } = useVehicleFormState();
  const back = { href: routes.vehicle(base.vehicleId), label: "Back to the vehicle" };
  const changes = useChanges(base);
  return { form, labels: formLabels, version: base.version, changes, isSaving, save, back };
}

/** What will be saved of the vehicle, beside the form. */
export const VehicleChangesPanel = (props: ChangesProps) => <ChangesPanel {...usePanel(props)} />;

/** The same on a tablet. */
export const VehicleChangesDock = (props: ChangesProps) => <ChangesDock {...usePanel(props)} />;
