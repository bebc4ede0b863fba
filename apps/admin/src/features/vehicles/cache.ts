import type { Vehicle, VehicleChanges } from "@vehicle-contracts/contract-model";
import { normaliseVin } from "@vehicle-contracts/contract-rules";

/** Pure edits of what the query cache holds, so that a change shows before the server has answered. */

export type VehiclePage = { items: Vehicle[]; nextCursor: string | null };

/** The vehicle with changed fields. Its number is judged by the server; until then it is of the kind that was said. */
export function withVehicleChanges(vehicle: Vehicle, changes: VehicleChanges): Vehicle {
  const { vin, vinKind, ...plain } = changes;
  const given = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined));
  return {
    ...vehicle,
    ...given,
    ...(vin !== undefined && { vin: normaliseVin(vin) }),
    ...(vinKind !== undefined && { vinKind: vinKind ?? "vin" }),
  };
}

/** A page of a list with the vehicle's row as it is now; the same page where it has no such row. */
export function pageWithVehicle(page: VehiclePage | undefined, vehicle: Vehicle): VehiclePage | undefined {
  if (!page?.items.some(({ vehicleId }) => vehicleId === vehicle.vehicleId)) return page;
  return {
    ...page,
    items: page.items.map((row) => (row.vehicleId === vehicle.vehicleId ? vehicle : row)),
  };
}
