import type { GetVehicle, Vehicle } from "@vehicle-contracts/contract-model";
import { normaliseVin } from "@vehicle-contracts/contract-rules";
import type { TenantTx } from "@vehicle-contracts/database";
import { type Actor, requireAnyStore } from "../actor.ts";
import { requireVehicle, toVehicle, vehicleById, vehicleByVin } from "../internal/vehicle-row.ts";

/** One vehicle of the group, by id or by VIN (blanks and case do not matter). Throws NOT_FOUND, FORBIDDEN. */
export async function getVehicle(tx: TenantTx, actor: Actor, input: GetVehicle): Promise<Vehicle> {
  requireAnyStore(actor);
  const found = input.vehicleId
    ? vehicleById(tx, input.vehicleId)
    : vehicleByVin(tx, normaliseVin(input.vin ?? ""));
  return toVehicle(requireVehicle(await tx.last(found)));
}
