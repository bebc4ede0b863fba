import type {
  ContractRead,
  Distance,
  DistanceUnit,
  OdometerReading,
} from "@vehicle-contracts/contract-model";
import { wholeIn } from "@vehicle-contracts/contract-rules";
import { type ContractLimits, isNear, limitsOf } from "../../contracts/limits.ts";
import { limitsInUnit } from "./limits-in-unit.ts";

/** How much of a contract's distance is used. `used` is null where no reading tells. */
export type DistanceUsed =
  | { kind: "unlimited" }
  | { kind: "unknown" }
  | {
      kind: "limited";
      used: Distance | null;
      all: Distance;
      /** As agreed, where the vehicle is read in another unit. */
      agreed: Distance | null;
      share: number;
      near: boolean;
      /** The reading that tells. */
      at: { date: string } | null;
    };

export type Read = Pick<OdometerReading, "value" | "unit" | "date">;

type Facts = {
  /** Those that stand, by date. */
  readings: readonly Read[];
  unit: DistanceUnit | null;
  /** The last day it covered, where it is over. */
  overOn: string | null;
};

/**
 * The distance that a contract has used: at the latest reading while it runs, at the last one of its days once it is over,
 * nothing before its start.
 */
export function distanceUsed(contract: ContractRead, { readings, unit, overOn }: Facts): DistanceUsed {
  const { distance } = contract;
  if (distance.kind !== "limited") return distance;
  const limits = limitsInUnit(limitsOf(contract), unit);
  // the same contract, so limited too
  if (limits.distance.kind !== "limited") return limits.distance;
  const { start, all } = limits.distance;
  const at = readingThatTells(contract, limits, readings, overOn);
  const driven = at && Math.max(0, wholeIn(at, start.unit).value - start.value);
  // what was driven beyond the last covered was not driven on this contract
  const used = driven === null ? null : { value: Math.min(driven, all.value), unit: start.unit };
  const isAhead =
    limits.phase === "ahead" && contract.startDate !== null && contract.startDate > contract.store.today;
  const shown = isAhead ? { value: 0, unit: start.unit } : used;
  return {
    kind: "limited",
    used: shown,
    all,
    agreed: distance.limit.unit === all.unit ? null : distance.limit,
    share: shown ? Math.min(1, shown.value / Math.max(1, all.value)) : 0,
    near: isNear(limits, "distance"),
    at: isAhead ? null : at,
  };
}

function readingThatTells(
  contract: ContractRead,
  { phase }: ContractLimits,
  readings: readonly Read[],
  overOn: string | null,
): Read | null {
  if (phase === "draft" || phase === "void") return null;
  if (phase !== "ranOut" && phase !== "endedEarly") return contract.vehicle.latestOdometer;
  const last = overOn ?? contract.endDate;
  const within = readings.findLast(({ date }) => last === null || date <= last) ?? null;
  // one from before it began says nothing of what it used
  return within && contract.startDate !== null && within.date < contract.startDate ? null : within;
}
