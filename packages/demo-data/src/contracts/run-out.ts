import type { ContractInput } from "@vehicle-contracts/contract-model";
import { addDays, daysBetween } from "@vehicle-contracts/contract-rules/temporal";
import { later } from "../calendar.ts";
import type { DemoVehicle } from "../group/vehicles.ts";

/** What ends the contract, as it is kept. */
export function limitsOf(input: Omit<ContractInput, "status">, endDate: string | null) {
  const { distance, engineHours } = input;
  return {
    endDate,
    distance:
      distance?.kind === "limited"
        ? {
            ...distance,
            endOdometer: { ...distance.limit, value: distance.startOdometer.value + distance.limit.value },
          }
        : distance,
    engineHours:
      engineHours?.kind === "limited"
        ? { ...engineHours, endHours: engineHours.startHours + engineHours.limit }
        : engineHours,
  };
}

export type DemoLimits = ReturnType<typeof limitsOf>;

/** The last day from `from` to `until` (inclusive) on which the contract still covers the vehicle as it is used; null if none. */
export function lastCovered(
  vehicle: DemoVehicle,
  { endDate, distance, engineHours }: DemoLimits,
  from: string,
  until: string,
): string | null {
  const covers = (date: string) =>
    (endDate === null || date <= endDate) &&
    (distance?.kind !== "limited" || vehicle.odometerOn(date) <= distance.endOdometer.value) &&
    (engineHours?.kind !== "limited" || (vehicle.hoursOn(date) ?? 0) <= engineHours.endHours);
  if (until < from || !covers(from)) return null;
  if (covers(until)) return until;
  // A vehicle only goes on: between a day that is covered and one that is not there is one border.
  let [covered, over] = [0, daysBetween(from, until)];
  while (over - covered > 1) {
    const middle = Math.floor((covered + over) / 2);
    if (covers(addDays(from, middle))) covered = middle;
    else over = middle;
  }
  return addDays(from, covered);
}

/** A reading that was typed wrongly is in the books at that moment, and not put right yet. */
export const misread = (vehicle: DemoVehicle, at: string): boolean => {
  const last = vehicle.register.odometer.findLast(({ recordedAt }) => recordedAt <= at);
  return last !== undefined && !truthful(vehicle)(last);
};

const truthful =
  ({ odometerOn }: DemoVehicle) =>
  (reading: { date: string; value: number }) =>
    reading.value === odometerOn(reading.date);

export function latestOf(vehicle: DemoVehicle) {
  const odometer = vehicle.register.odometer.filter(truthful(vehicle)).at(-1);
  return {
    latestOdometer: odometer ? { value: odometer.value, unit: odometer.unit } : null,
    latestHours: vehicle.register.hours.at(-1)?.value ?? null,
  };
}

/** The first day on which the contract was seen to be over: by date, or by a reading; null while it is not. */
export function expiryOf(
  vehicle: DemoVehicle,
  { endDate, distance, engineHours }: DemoLimits,
  start: string,
): string | null {
  const byDistance =
    distance?.kind === "limited"
      ? vehicle.register.odometer
          .filter(truthful(vehicle))
          .find(({ value }) => value > distance.endOdometer.value)
      : undefined;
  const byHours =
    engineHours?.kind === "limited"
      ? vehicle.register.hours.find(({ value }) => value > engineHours.endHours)
      : undefined;
  const days = [
    endDate === null ? null : addDays(endDate, 1),
    byDistance && addDays(byDistance.date, 1),
    byHours && addDays(byHours.date, 1),
  ]
    .flatMap((day) => day ?? [])
    .map((day) => later(day, start))
    .sort();
  return days[0] ?? null;
}
