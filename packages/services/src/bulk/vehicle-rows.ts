import {
  hoursBreaks,
  hoursStanding,
  odometerBreaks,
  odometerStanding,
} from "@vehicle-contracts/contract-rules";
import { vehicleFields } from "../internal/vehicle-fields.ts";
import type { VehicleRow } from "../internal/vehicle-row.ts";
import { refuseIfBroken } from "../service-error.ts";
import type { RegisterVehicle } from "./register.ts";

/**
 * A vehicle's row with the latest of its readings. Throws RULE_BROKEN where the VIN or a reading would be refused one by
 * one too.
 */
export function vehicleRow(enterpriseId: string, given: RegisterVehicle): VehicleRow {
  const odometer = given.odometer.map(({ value, unit, ...reading }) => ({
    ...reading,
    odometer: { value, unit },
  }));
  const hours = given.hours.map(({ value, ...reading }) => ({ ...reading, hours: value }));
  odometer.forEach((reading, at) => {
    refuseIfBroken(odometerBreaks(odometer.slice(0, at), reading, null));
  });
  hours.forEach((reading, at) => {
    refuseIfBroken(hoursBreaks(hours.slice(0, at), reading, null));
  });
  const latest = odometerStanding(odometer).latest;
  const latestHours = hoursStanding(hours).latest;
  return {
    ...vehicleFields(given.vehicle, given.policy).fields,
    enterpriseId,
    vehicleId: given.vehicleId,
    version: 1,
    odometerValue: latest?.odometer.value ?? null,
    odometerUnit: latest?.odometer.unit ?? null,
    odometerDate: latest?.date ?? null,
    odometerSource: latest?.source ?? null,
    hoursValue: latestHours?.hours ?? null,
    hoursDate: latestHours?.date ?? null,
    hoursSource: latestHours?.source ?? null,
    createdAt: given.createdAt,
    updatedAt: given.createdAt,
  };
}

/** The rows of readings, numbered in the order recorded. */
export const readingRows = <Reading>(enterpriseId: string, vehicleId: string, readings: readonly Reading[]) =>
  readings.map((reading, at) => ({ ...reading, enterpriseId, vehicleId, ordinal: at + 1 }));
