import type { ContractInput } from "@vehicle-contracts/contract-model";
import { addDays } from "@vehicle-contracts/contract-rules/temporal";
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
  { endDate, distance, engineHours }: ReturnType<typeof limitsOf>,
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
