import { randomInt, randomUUID } from "node:crypto";
import type { Vehicle, VehicleInput, VehicleResult } from "@vehicle-contracts/contract-model";
import type { Call } from "./a-contract.ts";

const letters = "ABCDEFGHJKLMNPRSTUVWXYZ";

/** A VIN that nobody has, of a region that makes no check digits. */
export const aVin = (): string => {
  const letter = () => letters[randomInt(letters.length)];
  return `WVWZZZ1J${letter()}${letter()}${letter()}${randomInt(100_000, 999_999)}`;
};

/** A vehicle of its own for a test: a Golf, unless `given` says otherwise. */
export async function aVehicle(call: Call, given: Partial<VehicleInput> = {}): Promise<Vehicle> {
  const vehicle = {
    vin: aVin(),
    make: "Volkswagen",
    model: "Golf",
    modelYear: 2023,
    fuel: "petrol",
    ...given,
  };
  // what the procedure answers has this type by its schema
  const made = (await call("vehicles.create", { idempotencyKey: randomUUID(), vehicle })) as VehicleResult;
  return made.vehicle;
}
