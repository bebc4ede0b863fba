import type { Distance, PassedOverReason } from "@vehicle-contracts/contract-model";
import { compareDistances, distanceCovers, hoursCover, readsLower } from "../distance.ts";
import { dayNumber } from "../temporal.ts";
import type { EntitlementQuestion, JudgedContract } from "./question.ts";

/** What the question says of the vehicle that day. */
export type Point = {
  date: string;
  /** The one asked. */
  odometer: Distance | null;
  hours: number | null;
  /** The one asked, else the last known. */
  atOdometer: Distance | null;
  atHours: number | null;
  /** What is doubtful of the mileage where a contract is limited by it; null: nothing. */
  odometerDoubt: PassedOverReason | null;
  hoursDoubt: PassedOverReason | null;
};

export function pointOf(question: EntitlementQuestion): Point {
  const odometer = question.odometer ?? null;
  const hours = question.hours ?? null;
  const lastReading = question.lastReading ?? null;
  const lastHours = question.lastHours ?? null;
  return {
    date: question.date,
    odometer,
    hours,
    atOdometer: odometer ?? lastReading,
    atHours: hours ?? lastHours,
    odometerDoubt: !odometer
      ? "ODOMETER_MISSING"
      : lastReading && readsLower(odometer, lastReading)
        ? "ODOMETER_BELOW_LAST"
        : null,
    hoursDoubt:
      hours === null ? "HOURS_MISSING" : lastHours !== null && hours < lastHours ? "HOURS_BELOW_LAST" : null,
  };
}

/** Why a contract pays nothing at all that day, whatever the line; null where it may. docs/rules.md, "Entitlement". */
export function outOfForce(contract: JudgedContract, point: Point): PassedOverReason | null {
  const { status, startDate, endDate, waitingDays } = contract;
  if (status === "VOID" || status === "CANCELLED" || status === "DRAFT") return status;
  if ((startDate && point.date < startDate) || (status === "PENDING" && contract.awaitingProvider))
    return "NOT_STARTED";
  if (endDate && point.date > endDate) return "EXPIRED_DATE";
  const { distance, engineHours } = contract;
  if (distance && point.atOdometer && distanceCovers(distance, point.atOdometer) === false)
    return "EXPIRED_DISTANCE";
  if (engineHours && point.atHours !== null && hoursCover(engineHours, point.atHours) === false)
    return "EXPIRED_HOURS";
  if (status === "SUSPENDED") return "SUSPENDED";
  if (startDate && waitingDays && dayNumber(point.date) < dayNumber(startDate) + waitingDays)
    return "WAITING_PERIOD";
  return null;
}

/**
 * The first doubt about a contract that would pay, null where there is none. `ownEnd`: the coverage line ends at an odometer of
 * its own, so the mileage matters though the contract's distance may not be limited.
 */
export function doubtOf(contract: JudgedContract, point: Point, ownEnd: boolean): PassedOverReason | null {
  const distance = contract.distance?.kind ?? "unknown";
  const engineHours = contract.engineHours?.kind ?? "unlimited";
  if (distance === "unknown" || engineHours === "unknown") return "LIMIT_UNKNOWN";
  if ((distance === "limited" || ownEnd) && point.odometerDoubt) return point.odometerDoubt;
  return engineHours === "limited" ? point.hoursDoubt : null;
}

/** Whether a coverage line's own end is passed. Its last day and odometer are still covered. */
export function pastOwnEnd(
  line: { endDate?: string | null | undefined; endOdometer?: Distance | null | undefined },
  point: Point,
): "EXPIRED_DATE" | "EXPIRED_DISTANCE" | null {
  if (line.endDate && point.date > line.endDate) return "EXPIRED_DATE";
  return line.endOdometer && point.atOdometer && compareDistances(point.atOdometer, line.endOdometer) > 0
    ? "EXPIRED_DISTANCE"
    : null;
}
