import type { ContractStatus, Distance, DistanceTerm, HoursTerm } from "@vehicle-contracts/contract-model";
import { distanceCovers, hoursCover, millimetres } from "./distance.ts";

/** What ends a contract. Dates inclusive. Distance left out is unknown, engine hours left out are unlimited. */
export type Limits = {
  startDate?: string | null | undefined;
  endDate?: string | null | undefined;
  distance?: DistanceTerm | null | undefined;
  engineHours?: HoursTerm | null | undefined;
};

/** What the effective status is derived from besides the facts. */
export type Lifespan = Limits & {
  /** As stored. */
  status: ContractStatus;
  awaitingProvider?: boolean | null | undefined;
};

/** The vehicle's latest readings; none where null or left out. */
export type LatestReadings = {
  latestOdometer?: Distance | null | undefined;
  latestHours?: number | null | undefined;
};

/** `today` is the calendar date of the contract's own store. */
export type Facts = LatestReadings & { today: string };

/** What a contract ran out by. */
export type RunOutBy = "DATE" | "DISTANCE" | "HOURS";

const overDistance = ({ distance }: Limits, { latestOdometer }: LatestReadings) =>
  Boolean(distance && latestOdometer && distanceCovers(distance, latestOdometer) === false);

const overHours = ({ engineHours }: Limits, { latestHours }: LatestReadings) =>
  Boolean(
    engineHours &&
      latestHours !== null &&
      latestHours !== undefined &&
      hoursCover(engineHours, latestHours) === false,
  );

/**
 * Whether the latest odometer or hours are beyond the last covered, whatever the date: what is kept beside a contract so that
 * lists by effective status need no readings. A missing reading or an unknown limit is beyond nothing.
 */
export const pastLimit = (limits: Limits, readings: LatestReadings): boolean =>
  overDistance(limits, readings) || overHours(limits, readings);

/** Last odometer covered (inclusive), in millimetres; null where nothing known limits it. */
export const endInMillimetres = (distance: DistanceTerm): number | null =>
  distance.kind === "limited" ? millimetres(distance.endOdometer) : null;

/**
 * What a contract has run out by, the first of date, distance and hours; null while it has not. Nothing runs out before the
 * start date. The last day, the end odometer and the last hour are still covered. docs/rules.md, "Life cycle".
 */
export function runOutBy(limits: Limits, facts: Facts): RunOutBy | null {
  const { startDate, endDate } = limits;
  if (startDate && facts.today < startDate) return null;
  if (endDate && facts.today > endDate) return "DATE";
  if (overDistance(limits, facts)) return "DISTANCE";
  return overHours(limits, facts) ? "HOURS" : null;
}

/**
 * The status that holds today, derived from the stored one, the dates and the latest readings, so that a late job never shows
 * an ended contract as running. docs/rules.md, "Life cycle".
 */
export function effectiveStatus(contract: Lifespan, facts: Facts): ContractStatus {
  const { status, startDate, awaitingProvider } = contract;
  if (status !== "PENDING" && status !== "ACTIVE" && status !== "SUSPENDED") return status;
  if (startDate && facts.today < startDate) return status === "SUSPENDED" ? "SUSPENDED" : "PENDING";
  if (runOutBy(contract, facts)) return "EXPIRED";
  if (status === "PENDING") return awaitingProvider ? "PENDING" : "ACTIVE";
  return status;
}
