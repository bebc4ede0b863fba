import type { Distance } from "@vehicle-contracts/contract-model";
import { compareDistances, hoursLeft, millimetres } from "../distance.ts";
import { daysBetween } from "../temporal.ts";
import { monthsAfter } from "../terms.ts";
import type { Offer } from "./offer.ts";
import type { JudgedAllowance, JudgedContract, LineRemaining } from "./question.ts";
import type { Point } from "./standing.ts";

/** The end that comes first; null where there is neither. */
function tighter(a: Distance | null, b: Distance | null): Distance | null {
  if (!a || !b) return a ?? b;
  return compareDistances(b, a) < 0 ? b : a;
}

/** What remains of the contract after the line was taken from it. docs/rules.md, "Entitlement". */
export function leftAfter({ candidate, way }: Offer, point: Point, currency: string): LineRemaining {
  const { contract } = candidate;
  const coverage = "coverage" in way ? way.coverage : null;
  const ends = [contract.endDate, coverage?.endDate].filter((end) => typeof end === "string");
  const lastDay = ends.sort()[0];
  const endOdometer = tighter(
    contract.distance?.kind === "limited" ? contract.distance.endOdometer : null,
    coverage?.endOdometer ?? null,
  );
  const amount = "coverage" in way ? way.amountLeft : null;
  return {
    days: lastDay === undefined ? null : daysBetween(point.date, lastDay) + 1,
    distance: endOdometer && point.odometer ? distanceBetween(point.odometer, endOdometer) : null,
    hours: contract.engineHours && point.hours !== null ? hoursLeft(contract.engineHours, point.hours) : null,
    allowance: "allowance" in way ? way.unitsLeft : null,
    amount: amount === null ? null : { amountMinor: amount, currency },
  };
}

/** Whole units to an end, in that end's unit, rounded down, at least 0. */
function distanceBetween(odometer: Distance, end: Distance): Distance {
  const left = Math.max(0, millimetres(end) - millimetres(odometer));
  const unit = millimetres({ value: 1, unit: end.unit });
  return { value: (left - (left % unit)) / unit, unit: end.unit };
}

/** Whether a service is asked for before it is due by all that says when. docs/rules.md, "Entitlement". */
function isEarly(contract: JudgedContract, due: JudgedAllowance, point: Point): boolean {
  const { startDate, distance } = contract;
  const halves: boolean[] = [];
  if (due.dueAfterMonths && startDate) halves.push(point.date < monthsAfter(startDate, due.dueAfterMonths));
  if (due.dueAfterDistance && point.odometer && distance?.kind === "limited")
    halves.push(
      millimetres(point.odometer) < millimetres(distance.startOdometer) + millimetres(due.dueAfterDistance),
    );
  return halves.length > 0 && halves.every(Boolean);
}

/** By coverage nothing is early. */
export const isEarlyBy = ({ candidate, way }: Offer, point: Point): boolean =>
  "allowance" in way && isEarly(candidate.contract, way.allowance, point);

/** The percentages that are shown: an allowance pays all. */
export const percentagesOf = ({ way }: Offer) =>
  "coverage" in way
    ? { partsPercent: way.coverage.partsPercent ?? 0, labourPercent: way.coverage.labourPercent ?? 0 }
    : { partsPercent: 100, labourPercent: 100 };
