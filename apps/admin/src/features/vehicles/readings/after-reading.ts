import type {
  ContractRead,
  HoursReading,
  OdometerReading,
  Readings,
  Vehicle,
} from "@vehicle-contracts/contract-model";
import { hoursStanding, odometerStanding } from "@vehicle-contracts/contract-rules";
import { withChanges } from "../../contracts/cache.ts";

/** Pure edits of what the query cache holds, so that a reading shows before the server has answered. */

type Row<Reading> = Reading & { readingId: string; correction: boolean; withdrawn: boolean };
type Entry<Reading> = Row<Reading> & Pick<Readings["hours"][number], "recordedBy" | "recordedAt">;

/** The readings with a new one in its place; what it corrects is withdrawn. */
export function withOdometer(readings: Readings, next: Entry<OdometerReading>): Readings {
  const { odometer } = readings;
  return {
    ...readings,
    odometer: placed(
      odometer,
      next,
      (rows) =>
        odometerStanding(
          rows.map(({ date, value, unit, correction }) => ({ date, odometer: { value, unit }, correction })),
        ).withdrawn,
    ),
  };
}

/** As `withOdometer`, in engine hours. */
export function withHours(readings: Readings, next: Entry<HoursReading>): Readings {
  return {
    ...readings,
    hours: placed(
      readings.hours,
      next,
      (rows) =>
        hoursStanding(rows.map(({ date, value, correction }) => ({ date, hours: value, correction })))
          .withdrawn,
    ),
  };
}

/**
 * `rows` stand by date, so what was withdrawn before is kept as it is, and only the new one, recorded last, is asked what it
 * withdraws besides.
 */
function placed<Reading extends { date: string; correction: boolean; withdrawn: boolean }>(
  rows: readonly Reading[],
  next: Reading,
  withdrawnOf: (recorded: readonly Reading[]) => readonly boolean[],
): Reading[] {
  const asked = [...rows.map((row) => ({ ...row, correction: false })), next];
  const withdrawn = withdrawnOf(asked);
  const after = rows.map((row, place) => ({
    ...row,
    withdrawn: row.withdrawn || (withdrawn[place] ?? false),
  }));
  const at = after.findLastIndex(({ date }) => date <= next.date) + 1;
  return after.toSpliced(at, 0, next);
}

/** The vehicle as its readings make it. */
export function vehicleAsRead(vehicle: Vehicle, readings: Readings): Vehicle {
  const odometer = readings.odometer.findLast(({ withdrawn }) => !withdrawn);
  const hours = readings.hours.findLast(({ withdrawn }) => !withdrawn);
  return {
    ...vehicle,
    latestOdometer: odometer
      ? { value: odometer.value, unit: odometer.unit, date: odometer.date, source: odometer.source }
      : null,
    latestHours: hours ? { value: hours.value, date: hours.date, source: hours.source } : null,
  };
}

/** A contract of the vehicle at its latest readings: its effective status follows. */
export function contractAsRead(
  contract: ContractRead,
  { vehicleId, latestOdometer, latestHours }: Pick<Vehicle, "vehicleId" | "latestOdometer" | "latestHours">,
): ContractRead {
  if (contract.vehicleId !== vehicleId) return contract;
  const vehicle = { ...contract.vehicle, latestOdometer, latestHours };
  return withChanges({ ...contract, vehicle }, {});
}
