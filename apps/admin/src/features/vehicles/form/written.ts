import type { Vehicle, VehicleChanges, VehicleInput, VinKind } from "@vehicle-contracts/contract-model";
import { sameValue } from "@vehicle-contracts/contract-rules";

/** What a person writes of a vehicle. Number and kind say one thing, so they are changed and chosen as one. */
export type VehicleWritten = Omit<VehicleInput, "vin" | "vinKind"> & {
  number: { vin: string; kind: VinKind };
};

/** What is compared and chosen as one, in the order of the form. */
export const writtenLabels: Readonly<Record<keyof VehicleWritten, string>> = {
  number: "VIN",
  licensePlate: "Plate",
  make: "Make",
  model: "Model",
  variant: "Variant",
  modelYear: "Model year",
  firstRegistrationDate: "First registered",
  fuel: "Fuel",
  engineNumber: "Engine number",
};

/** The parts in order. */
// the names of exactly this record
export const writtenFields = Object.keys(writtenLabels) as (keyof VehicleWritten)[];

/** A vehicle as it is kept, or as it would be. */
export const writtenOf = (
  { vin, vinKind, ...rest }: VehicleInput | Vehicle,
  kind: VinKind,
): VehicleWritten => ({
  number: { vin, kind },
  licensePlate: rest.licensePlate ?? null,
  make: rest.make ?? null,
  model: rest.model ?? null,
  variant: rest.variant ?? null,
  modelYear: rest.modelYear ?? null,
  firstRegistrationDate: rest.firstRegistrationDate ?? null,
  fuel: rest.fuel ?? null,
  engineNumber: rest.engineNumber ?? null,
});

/** What `update` is sent: only what differs. A number that is no chassis number is judged by the rule, not said to be a VIN. */
export function changesBetween(before: VehicleWritten, after: VehicleWritten): VehicleChanges {
  const { number: _number, ...plain } = after;
  const differing = Object.entries(plain).filter(
    ([field, value]) => !sameValue(before[field as keyof VehicleWritten], value),
  );
  const changes: VehicleChanges = Object.fromEntries(differing);
  if (sameValue(before.number, after.number)) return changes;
  return {
    ...(after.number.vin !== before.number.vin && { vin: after.number.vin }),
    vinKind: after.number.kind === "legacy" ? "legacy" : null,
    ...changes,
  };
}
