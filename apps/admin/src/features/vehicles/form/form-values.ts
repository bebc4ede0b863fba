import type { Vehicle } from "@vehicle-contracts/contract-model";
import { scanned } from "../scanned.ts";

/** A vehicle as it stands in the form. Texts that cannot be read stay in it as they are, for the schema to refuse. */
export type VehicleForm = {
  /** Made once a form; with the content it makes the idempotency key, so a retry is the same call. */
  formKey: string;
  /** The vehicle the form began from, kept with a draft; null for a new one. Parsed before it is used. */
  base: unknown;
  /** Whose VIN policy, unit and date hold. A vehicle itself is the group's. */
  storeId: string | null;
  vin: string;
  /** Said to be a chassis number from before VINs. */
  isLegacy: boolean;
  licensePlate: string | null;
  make: string | null;
  model: string | null;
  variant: string | null;
  modelYear: number | null;
  firstRegistrationDate: string | null;
  fuel: string | null;
  engineNumber: string | null;
  /** The first one of a new vehicle; in the unit of the store. */
  reading: { odometer: number | null; hours: number | null; date: string | null; source: string | null };
};

type Beginning = { formKey: string; storeId: string | null; today: string | null; sought: string };

const nothing = {
  licensePlate: null,
  make: null,
  model: null,
  variant: null,
  modelYear: null,
  firstRegistrationDate: null,
  fuel: null,
  engineNumber: null,
};

/** An empty form. `sought` was looked for and is not there: it is the VIN if it can be one, else the plate. */
export const newForm = ({ formKey, storeId, today, sought }: Beginning): VehicleForm => ({
  ...nothing,
  formKey,
  base: null,
  storeId,
  isLegacy: false,
  ...numberOrPlate(sought),
  reading: { odometer: null, hours: null, date: today, source: "workshop" },
});

function numberOrPlate(sought: string): { vin: string; licensePlate: string | null } {
  const text = scanned(sought);
  const isNumber = /^[a-z0-9]{11,17}$/i.test(text) && /\d/.test(text);
  const isPlate = text.length <= 12 && /\d/.test(text) && /^[\p{L}\d .-]+$/u.test(text);
  return {
    vin: isNumber ? text.toUpperCase() : "",
    licensePlate: !isNumber && isPlate ? text.toUpperCase() : null,
  };
}

/** The form of a vehicle that is there. */
export const formOf = (
  vehicle: Vehicle,
  { formKey, storeId }: Pick<Beginning, "formKey" | "storeId">,
): VehicleForm => ({
  formKey,
  base: vehicle,
  storeId,
  vin: vehicle.vin,
  isLegacy: vehicle.vinKind === "legacy",
  licensePlate: vehicle.licensePlate,
  make: vehicle.make,
  model: vehicle.model,
  variant: vehicle.variant,
  modelYear: vehicle.modelYear,
  firstRegistrationDate: vehicle.firstRegistrationDate,
  fuel: vehicle.fuel,
  engineNumber: vehicle.engineNumber,
  reading: { odometer: null, hours: null, date: null, source: null },
});
