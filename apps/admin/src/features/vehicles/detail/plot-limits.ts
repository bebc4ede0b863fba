import type { ContractRead, DistanceUnit, Readings } from "@vehicle-contracts/contract-model";
import { wholeIn } from "@vehicle-contracts/contract-rules";
import { isNear, limitsOf } from "../../contracts/limits.ts";
import { typeWord } from "../../contracts/words.ts";
import { limitsInUnit } from "./limits-in-unit.ts";
import type { PlotLimit, PlotReading } from "./plot.ts";

/** Odometer readings in the unit that the vehicle is read in. */
export const odometerPoints = ({ odometer }: Readings, unit: DistanceUnit): PlotReading[] =>
  odometer.map((reading) => ({
    date: reading.date,
    value: wholeIn(reading, unit).value,
    withdrawn: reading.withdrawn,
  }));

export const hoursPoints = ({ hours }: Readings): PlotReading[] =>
  hours.map(({ date, value, withdrawn }) => ({ date, value, withdrawn }));

/** The last odometers of the contracts in force, in the same unit. */
export const odometerLimits = (inForce: readonly ContractRead[], unit: DistanceUnit): PlotLimit[] =>
  inForce.flatMap((contract) => {
    const limits = limitsInUnit(limitsOf(contract), unit);
    // without a reading the limit is in its own unit, and there is no plot
    return limits.distance.kind === "limited"
      ? [limitOf(contract, limits.distance.end.value, isNear(limits, "distance"))]
      : [];
  });

/** Their last engine hours. */
export const hoursLimits = (inForce: readonly ContractRead[]): PlotLimit[] =>
  inForce.flatMap((contract) => {
    const limits = limitsOf(contract);
    return limits.hours.kind === "limited"
      ? [limitOf(contract, limits.hours.end, isNear(limits, "hours"))]
      : [];
  });

const limitOf = (
  { contractId, type, startDate, endDate }: ContractRead,
  value: number,
  near: boolean,
): PlotLimit => ({ id: contractId, label: typeWord(type), value, from: startDate, to: endDate, near });
