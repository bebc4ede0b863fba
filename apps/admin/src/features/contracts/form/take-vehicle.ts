import type { Vehicle } from "@vehicle-contracts/contract-model";
import type { UseFormReturn } from "react-hook-form";
import { type Local, unitOf } from "./form-input.ts";
import { type ContractForm, inUnit } from "./form-values.ts";

/** Puts a vehicle into the form, with its last readings as the start. */
export function takeVehicle(form: UseFormReturn<ContractForm>, vehicle: Vehicle, local: Local): void {
  const { latestOdometer, latestHours } = vehicle;
  form.setValue("vehicleId", vehicle.vehicleId, { shouldDirty: true });
  if (form.getValues("distance.kind") === "limited")
    form.setValue(
      "distance.startOdometer",
      latestOdometer && inUnit(latestOdometer, unitOf(form.getValues(), local)),
      { shouldDirty: true },
    );
  form.setValue("engineHours.startHours", latestHours?.value ?? null);
}
