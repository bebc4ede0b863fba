import type { Vehicle } from "@vehicle-contracts/contract-model";
import { type TenantTx, vehicle } from "@vehicle-contracts/database";
import { and, eq, type SQL } from "drizzle-orm";
import { notFound } from "../service-error.ts";

export type VehicleRow = typeof vehicle.$inferSelect;

export const toVehicle = (row: VehicleRow): Vehicle => ({
  vehicleId: row.vehicleId,
  version: row.version,
  vin: row.vin,
  vinKind: row.vinKind,
  licensePlate: row.licensePlate,
  engineNumber: row.engineNumber,
  make: row.make,
  model: row.model,
  variant: row.variant,
  modelYear: row.modelYear,
  firstRegistrationDate: row.firstRegistrationDate,
  fuel: row.fuel,
  latestOdometer:
    row.odometerValue !== null && row.odometerUnit !== null && row.odometerDate !== null
      ? {
          value: row.odometerValue,
          unit: row.odometerUnit,
          date: row.odometerDate,
          source: row.odometerSource ?? "",
        }
      : null,
  latestHours:
    row.hoursValue !== null && row.hoursDate !== null
      ? { value: row.hoursValue, date: row.hoursDate, source: row.hoursSource ?? "" }
      : null,
});

async function oneVehicle(tx: TenantTx, where: SQL): Promise<VehicleRow | undefined> {
  const [row] = await tx
    .select()
    .from(vehicle)
    .where(and(eq(vehicle.enterpriseId, tx.enterpriseId), where));
  return row;
}

/** The vehicle with this normalised VIN, if there is one. */
export const vehicleByVin = (tx: TenantTx, vin: string): Promise<VehicleRow | undefined> =>
  oneVehicle(tx, eq(vehicle.vin, vin));

/** The vehicle's row; throws NOT_FOUND. `path` is where its id stood in the input. */
export async function vehicleAt(tx: TenantTx, vehicleId: string, path?: string): Promise<VehicleRow> {
  const row = await oneVehicle(tx, eq(vehicle.vehicleId, vehicleId));
  if (!row) throw notFound("vehicle", path);
  return row;
}

/** The same, held to the end of the transaction: `share` while a contract copies from it, `update` to record a reading. */
export async function lockedVehicle(
  tx: TenantTx,
  vehicleId: string,
  strength: "share" | "update",
  path?: string,
): Promise<VehicleRow> {
  const [row] = await tx
    .select()
    .from(vehicle)
    .where(and(eq(vehicle.enterpriseId, tx.enterpriseId), eq(vehicle.vehicleId, vehicleId)))
    .for(strength);
  if (!row) throw notFound("vehicle", path);
  return row;
}
