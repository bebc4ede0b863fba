import type { Vehicle } from "@vehicle-contracts/contract-model";

/** A Golf of 2023 with a reading, changed in what is given. */
export const aVehicle = (given: Partial<Vehicle> = {}): Vehicle => ({
  vehicleId: "0199b3c4-5d6e-7f80-9a1b-2c3d4e5f6071",
  version: 3,
  vin: "WVWZZZCDXPW586006",
  vinKind: "vin",
  licensePlate: "WX23 KLV",
  engineNumber: null,
  make: "Volkswagen",
  model: "Golf",
  variant: "1.5 eTSI",
  modelYear: 2023,
  firstRegistrationDate: "2023-03-09",
  fuel: "petrol",
  latestOdometer: { value: 8_420, unit: "MI", date: "2026-11-03", source: "workshop" },
  latestHours: null,
  ...given,
});
