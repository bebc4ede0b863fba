import type { ContractRead } from "@vehicle-contracts/contract-model";
import { groupOf } from "../contracts/groups.ts";

/** A vehicle out of a customer's contracts, and how many of them are in force on it. */
export type VehicleHeld = { vehicle: ContractRead["vehicle"]; inForce: number };

/** The vehicles of the contracts, each once: those with the most in force first, then as the contracts come. */
export function vehiclesHeld(contracts: readonly ContractRead[]): VehicleHeld[] {
  const ids = [...new Set(contracts.map(({ vehicleId }) => vehicleId))];
  return ids
    .flatMap((vehicleId) => {
      const own = contracts.filter((contract) => contract.vehicleId === vehicleId);
      const [first] = own;
      const inForce = own.filter((contract) => groupOf(contract) === "inForce").length;
      return first ? [{ vehicle: first.vehicle, inForce }] : [];
    })
    .toSorted((a, b) => b.inForce - a.inForce);
}
