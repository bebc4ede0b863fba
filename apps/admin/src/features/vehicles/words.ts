import type { Vehicle, VinKind } from "@vehicle-contracts/contract-model";

/** What a person writes about a vehicle; its readings are recorded, not written. */
export type VehicleField = Exclude<keyof Vehicle, "vehicleId" | "version" | "latestOdometer" | "latestHours">;

/** What the fields are called, in the order of the form. */
export const vehicleLabels: Readonly<Record<VehicleField, string>> = {
  vin: "VIN",
  vinKind: "Kind of number",
  licensePlate: "Plate",
  make: "Make",
  model: "Model",
  variant: "Variant",
  modelYear: "Model year",
  firstRegistrationDate: "First registered",
  fuel: "Fuel",
  engineNumber: "Engine number",
};

/** What the number of a vehicle is called; vehicles from before 1981 have none that anybody can check. */
export const numberWord = (kind: VinKind): string => (kind === "legacy" ? "Chassis number" : "VIN");
