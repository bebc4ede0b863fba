import type { ContractRead, Distance } from "@vehicle-contracts/contract-model";
import {
  daysOfTerm,
  distanceLeft,
  hoursLeft,
  millimetres,
  runOutBy,
} from "@vehicle-contracts/contract-rules";
import { daysBetween } from "@vehicle-contracts/contract-rules/temporal";

/** What of a contract its limits are read from. */
export type Limited = Pick<
  ContractRead,
  | "effectiveStatus"
  | "awaitingProvider"
  | "startDate"
  | "endDate"
  | "openEnded"
  | "distance"
  | "engineHours"
  | "vehicle"
  | "store"
>;

/** Where a contract stands in its life, as far as its limits are concerned. */
export type Phase = "draft" | "ahead" | "running" | "paused" | "ranOut" | "endedEarly" | "void";

/** The end by date. `daysLeft` counts the days after today to the last one covered; negative once it has passed. */
export type DateLimit =
  | {
      kind: "limited";
      endDate: string;
      daysLeft: number;
      /** Days covered so far, today among them, and in all; null without a start. */
      days: { gone: number; all: number } | null;
      share: number;
    }
  | { kind: "openEnded" }
  | { kind: "none" };

/** The end by odometer. What is left and the share need a reading; without one they are null and 0. */
export type DistanceLimit =
  | {
      kind: "limited";
      start: Distance;
      end: Distance;
      all: Distance;
      left: Distance | null;
      at: (Distance & { date: string }) | null;
      share: number;
    }
  | { kind: "unlimited" }
  | { kind: "unknown" };

/** As the distance, in whole engine hours. */
export type HoursLimit =
  | {
      kind: "limited";
      start: number;
      end: number;
      all: number;
      left: number | null;
      at: { value: number; date: string } | null;
      share: number;
    }
  | { kind: "unlimited" }
  | { kind: "unknown" };

export type LimitName = "date" | "distance" | "hours";

export type ContractLimits = {
  phase: Phase;
  startDate: string | null;
  date: DateLimit;
  distance: DistanceLimit;
  hours: HoursLimit;
  /** What it ran out by, when it did. */
  ranOutBy: LimitName | null;
  /** The limits in the order in which they come; those that limit nothing last. */
  order: readonly LimitName[];
};

/** Days left from which on an end is near, and the share above which a limit is nearly used up. */
const nearDays = 60;
const nearShare = 0.9;

/** The limits of a contract at its own store's today and the vehicle's latest readings. */
export function limitsOf(contract: Limited): ContractLimits {
  const { today } = contract.store;
  const date = dateLimit(contract, today);
  const distance = distanceLimit(contract);
  const hours = hoursLimit(contract);
  const { latestOdometer, latestHours } = contract.vehicle;
  const by =
    contract.effectiveStatus === "EXPIRED"
      ? runOutBy(contract, { today, latestOdometer, latestHours: latestHours?.value ?? null })
      : null;
  const ranOutBy = by && names[by];
  return {
    phase: phases[contract.effectiveStatus],
    startDate: contract.startDate,
    date,
    distance,
    hours,
    ranOutBy,
    order: inOrder({ date, distance, hours }, ranOutBy, contract.startDate),
  };
}

/** Whether a limit is near: within 60 days or above 90 % used. Only where something can still run out. */
export function isNear(limits: ContractLimits, name: LimitName): boolean {
  if (limits.phase !== "running" && limits.phase !== "paused") return false;
  const limit = limits[name];
  if (limit.kind !== "limited") return false;
  return limit.share > nearShare || ("daysLeft" in limit && limit.daysLeft <= nearDays);
}

const names = { DATE: "date", DISTANCE: "distance", HOURS: "hours" } as const;

const phases = {
  DRAFT: "draft",
  PENDING: "ahead",
  ACTIVE: "running",
  SUSPENDED: "paused",
  EXPIRED: "ranOut",
  CANCELLED: "endedEarly",
  VOID: "void",
} as const satisfies Record<Limited["effectiveStatus"], Phase>;

const within = (share: number) => Math.min(1, Math.max(0, share));

function dateLimit({ startDate, endDate, openEnded }: Limited, today: string): DateLimit {
  if (!endDate) return { kind: openEnded ? "openEnded" : "none" };
  const daysLeft = daysBetween(today, endDate);
  if (!startDate || startDate > endDate) return { kind: "limited", endDate, daysLeft, days: null, share: 0 };
  const all = daysOfTerm(startDate, endDate);
  const gone = Math.min(all, Math.max(0, all - daysLeft));
  return { kind: "limited", endDate, daysLeft, days: { gone, all }, share: within(gone / all) };
}

function distanceLimit({ distance, vehicle }: Limited): DistanceLimit {
  if (distance.kind !== "limited") return distance;
  const { startOdometer: start, endOdometer: end, limit: all } = distance;
  const at = vehicle.latestOdometer;
  return {
    kind: "limited",
    start,
    end,
    all,
    at,
    left: at && distanceLeft(distance, at),
    share: at ? within((millimetres(at) - millimetres(start)) / millimetres(all)) : 0,
  };
}

function hoursLimit({ engineHours, vehicle }: Limited): HoursLimit {
  if (engineHours.kind !== "limited") return engineHours;
  const { startHours: start, endHours: end, limit: all } = engineHours;
  const at = vehicle.latestHours;
  return {
    kind: "limited",
    start,
    end,
    all,
    at,
    left: at && hoursLeft(engineHours, at.value),
    share: at ? within((at.value - start) / all) : 0,
  };
}

/**
 * Which limit comes first: the one it ran out by; else the one that is used up faster, comparing each reading's share with
 * the share of the days that had gone on the day of the reading. Limits that limit nothing come last.
 */
function inOrder(
  limits: Pick<ContractLimits, LimitName>,
  ranOutBy: LimitName | null,
  startDate: string | null,
): LimitName[] {
  const pace = (name: LimitName): number => {
    const limit = limits[name];
    if (name === ranOutBy) return Number.MAX_VALUE;
    if (limit.kind !== "limited") return name === "date" ? -1 : limit.kind === "unknown" ? -2 : -3;
    if (!("at" in limit)) return 1;
    return limit.at ? limit.share / shareOfDays(limits.date, startDate, limit.at.date) : 0.5;
  };
  return (["date", "distance", "hours"] as const).toSorted((a, b) => pace(b) - pace(a));
}

/** The share of the days gone on `day`; next to nothing where no date ends it, so that any other limit comes first. */
function shareOfDays(date: DateLimit, startDate: string | null, day: string): number {
  if (date.kind !== "limited" || !date.days || !startDate) return 1e-9;
  return Math.max(1, daysBetween(startDate, day) + 1) / date.days.all;
}
