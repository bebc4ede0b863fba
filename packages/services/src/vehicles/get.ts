import type { GetVehicle, Vehicle } from "@vehicle-contracts/contract-model";
import { normaliseVin } from "@vehicle-contracts/contract-rules";
import type { TenantTx } from "@vehicle-contracts/database";
import { type Actor, requireAnyStore } from "../actor.ts";
import { toVehicle, vehicleAt, vehicleByVin } from "../internal/vehicle-row.ts";
import { notFound } from "../service-error.ts";

/** One vehicle of the group, by id or by VIN (blanks and case do not matter). Throws NOT_FOUND, FORBIDDEN. */
export async function getVehicle(tx: TenantTx, actor: Actor, input: GetVehicle): Promise<Vehicle> {
  requireAnyStore(actor);
  if (input.vehicleId) return toVehicle(await vehicleAt(tx, input.vehicleId));
  const row = await vehicleByVin(tx, normaliseVin(input.vin ?? ""));
  if (!row) throw notFound("vehicle");
  return toVehicle(row);
}
