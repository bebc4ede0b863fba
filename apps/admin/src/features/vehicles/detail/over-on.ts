import type { ContractRead } from "@vehicle-contracts/contract-model";
import { distanceCovers, hoursCover } from "@vehicle-contracts/contract-rules";
import type { Read } from "./distance-used.ts";

/** The readings of a vehicle that stand, by date. */
export type StandingReadings = {
  odometer: readonly Read[];
  hours: readonly { value: number; date: string }[];
};

/** What ended a contract before its end date, and on which day as far as that is known. */
export type EarlyEnd = { by: "cancellation" | "distance" | "hours"; on: string | null };

/**
 * What ended a contract before its end date: a cancellation, or the first reading beyond its limit. Null where nothing did.
 * A reading from before the start ends it on its first day.
 */
export function earlyEnd(
  contract: ContractRead,
  { readings, cancelledOn }: { readings: StandingReadings; cancelledOn: string | null },
): EarlyEnd | null {
  const { effectiveStatus, distance, engineHours, startDate, endDate } = contract;
  if (effectiveStatus === "CANCELLED") return { by: "cancellation", on: notBefore(startDate, cancelledOn) };
  if (effectiveStatus !== "EXPIRED") return null;
  const far = readings.odometer.find((reading) => distanceCovers(distance, reading) === false);
  const long = readings.hours.find(({ value }) => hoursCover(engineHours, value) === false);
  const ends: EarlyEnd[] = [
    ...(far ? [{ by: "distance" as const, on: notBefore(startDate, far.date) }] : []),
    ...(long ? [{ by: "hours" as const, on: notBefore(startDate, long.date) }] : []),
  ];
  const [first] = ends.toSorted((a, b) => ((a.on ?? "") < (b.on ?? "") ? -1 : 1));
  return first?.on && (endDate === null || first.on <= endDate) ? first : null;
}

const notBefore = (start: string | null, day: string | null) =>
  start !== null && day !== null && day < start ? start : day;
