import type { Vehicle } from "@vehicle-contracts/contract-model";
import { prepared, type TenantTx, vehicle } from "@vehicle-contracts/database";
import { and, eq, sql } from "drizzle-orm";
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

const ofTenant = eq(vehicle.enterpriseId, sql.placeholder("enterpriseId"));
const withId = and(ofTenant, eq(vehicle.vehicleId, sql.placeholder("vehicleId")));
const byId = prepared("vehicle_by_id", (db) => db.select().from(vehicle).where(withId));
const byVin = prepared("vehicle_by_vin", (db) =>
  db
    .select()
    .from(vehicle)
    .where(and(ofTenant, eq(vehicle.vin, sql.placeholder("vin")))),
);
const shared = prepared("vehicle_shared", (db) => db.select().from(vehicle).where(withId).for("share"));
const held = prepared("vehicle_held", (db) => db.select().from(vehicle).where(withId).for("update"));
const sharedOfContract = prepared("vehicle_of_contract_shared", (db) =>
  db
    .select()
    .from(vehicle)
    .where(
      and(
        ofTenant,
        sql`${vehicle.vehicleId} = (select c.vehicle_id from contract c
          where c.enterprise_id = ${sql.placeholder("enterpriseId")} and c.contract_id = ${sql.placeholder("contractId")})`,
      ),
    )
    .for("share"),
);

/** The vehicle with this normalised VIN, if there is one. */
export const vehicleByVin = async (tx: TenantTx, vin: string): Promise<VehicleRow | undefined> =>
  (await byVin(tx, { vin }))[0];

/** The vehicle of this id, if there is one. */
export const vehicleById = async (tx: TenantTx, vehicleId: string): Promise<VehicleRow | undefined> =>
  (await byId(tx, { vehicleId }))[0];

/** The vehicle, or NOT_FOUND. `path` is where its id stood in the input. */
export function requireVehicle(row: VehicleRow | undefined, path?: string): VehicleRow {
  if (!row) throw notFound("vehicle", path);
  return row;
}

/** The vehicle's row; throws NOT_FOUND. `path` is where its id stood in the input. */
export const vehicleAt = async (tx: TenantTx, vehicleId: string, path?: string): Promise<VehicleRow> =>
  requireVehicle(await vehicleById(tx, vehicleId), path);

/** The row, held to the end of the transaction so that it does not change while a contract copies from it. */
export const sharedVehicle = async (tx: TenantTx, vehicleId: string): Promise<VehicleRow | undefined> =>
  (await shared(tx, { vehicleId }))[0];

/** The same, of the vehicle that a contract is on. */
export const sharedVehicleOf = async (tx: TenantTx, contractId: string): Promise<VehicleRow | undefined> =>
  (await sharedOfContract(tx, { contractId }))[0];

/** The row, held alone to the end of the transaction, to record a reading. Throws NOT_FOUND. */
export const heldVehicle = async (tx: TenantTx, vehicleId: string): Promise<VehicleRow> =>
  requireVehicle((await held(tx, { vehicleId }))[0]);
