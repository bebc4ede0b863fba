import type { Distance, DistanceTerm, DistanceUnit, HoursTerm } from "@vehicle-contracts/contract-model";

/** Whole millimetres of one unit: 1 mi is 1.609344 km exactly. */
const millimetresOf: Readonly<Record<DistanceUnit, number>> = { KM: 1_000_000, MI: 1_609_344 };

/**
 * A distance in whole millimetres. Exact: whole units below 5,000,000,000 stay within the safe integers, 500 times the
 * longest distance there is. docs/rules.md, "Distance and hours".
 */
export const millimetres = (distance: Distance): number => distance.value * millimetresOf[distance.unit];

/**
 * The whole units of `unit` in a distance, rounded down: what is covered to 72,000 km is covered to 44,738 mi and not at
 * 44,739 mi. docs/rules.md, "Distance and hours".
 */
export function wholeIn(distance: Distance, unit: DistanceUnit): Distance {
  const length = millimetres(distance);
  return { value: (length - (length % millimetresOf[unit])) / millimetresOf[unit], unit };
}

/** −1, 0 or 1 as `a` is shorter than, equal to or longer than `b`, to the millimetre. */
export function compareDistances(a: Distance, b: Distance): -1 | 0 | 1 {
  const difference = millimetres(a) - millimetres(b);
  return difference < 0 ? -1 : difference > 0 ? 1 : 0;
}

/**
 * Whether the reading `a` counts as lower than the reading `b`. In one unit: any step back. In two: only by a whole mile or
 * more, for a rounded conversion is not a step back. docs/rules.md, "Readings".
 */
export const readsLower = (a: Distance, b: Distance): boolean =>
  a.unit === b.unit ? a.value < b.value : millimetres(b) - millimetres(a) >= millimetresOf.MI;

/**
 * Whether an odometer is within a contract's distance; `endOdometer` is still covered. An unlimited one covers every odometer,
 * an unknown one answers null. docs/rules.md, "Distance and hours".
 */
export function distanceCovers(term: DistanceTerm, odometer: Distance): boolean | null {
  if (term.kind === "limited") return compareDistances(odometer, term.endOdometer) <= 0;
  return term.kind === "unlimited" ? true : null;
}

/**
 * What is left to `endOdometer` (inclusive) at an odometer: whole units of the contract's unit, rounded down, at least 0.
 * Null where nothing limits it or the limit is unknown. docs/rules.md, "Distance and hours".
 */
export function distanceLeft(term: DistanceTerm, odometer: Distance): Distance | null {
  if (term.kind !== "limited") return null;
  const unit = term.endOdometer.unit;
  const left = Math.max(0, millimetres(term.endOdometer) - millimetres(odometer));
  return { value: (left - (left % millimetresOf[unit])) / millimetresOf[unit], unit };
}

/** As `distanceCovers`, in whole engine hours: `endHours` is still covered. */
export function hoursCover(term: HoursTerm, hours: number): boolean | null {
  if (term.kind === "limited") return hours <= term.endHours;
  return term.kind === "unlimited" ? true : null;
}

/** As `distanceLeft`, in whole engine hours. */
export const hoursLeft = (term: HoursTerm, hours: number): number | null =>
  term.kind === "limited" ? Math.max(0, term.endHours - hours) : null;
