import {
  endInMillimetres,
  type LatestReadings,
  pastLimit,
  type WrittenFields,
} from "@vehicle-contracts/contract-rules";
import type { Holder } from "./contract-parties.ts";
import { foldPlate } from "./folding.ts";
import { rowWords } from "./search-terms.ts";
import type { VehicleRow } from "./vehicle-row.ts";

/** The vehicle's latest readings, as the rules take them. */
export const latestReadings = (
  vehicle: Pick<VehicleRow, "odometerValue" | "odometerUnit" | "hoursValue">,
): LatestReadings => ({
  latestOdometer:
    vehicle.odometerValue !== null && vehicle.odometerUnit !== null
      ? { value: vehicle.odometerValue, unit: vehicle.odometerUnit }
      : null,
  latestHours: vehicle.hoursValue,
});

/** What a contract's row copies from its vehicle, for sorting and search. */
export const vehicleCopies = (vehicle: Pick<VehicleRow, "vin" | "licensePlate" | "sortName">) => ({
  vin: vehicle.vin,
  plateFolded: vehicle.licensePlate === null ? null : foldPlate(vehicle.licensePlate),
  vehicleSort: vehicle.sortName,
});

/** The columns of a contract's row, derived ones included. */
export function contractColumns(record: WrittenFields, vehicle: VehicleRow, holder: Holder) {
  const { plan, refundRuleSet, origin, parties: _parties, ...own } = record;
  return {
    ...own,
    planCode: plan?.code ?? null,
    planVersion: plan?.version ?? null,
    refundRuleSetCode: refundRuleSet?.code ?? null,
    refundRuleSetVersion: refundRuleSet?.version ?? null,
    sourceSystem: origin.sourceSystem,
    holderId: holder?.partyId ?? null,
    holderSort: holder?.sortName ?? null,
    ...vehicleCopies(vehicle),
    words: rowWords(holder?.name ?? null, record.contractNumber),
    endOdometerMm: endInMillimetres(record.distance),
    endHours: record.engineHours.kind === "limited" ? record.engineHours.endHours : null,
    pastLimit: pastLimit(record, latestReadings(vehicle)),
  };
}
