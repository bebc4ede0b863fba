import type { Distance, DistanceUnit } from "@vehicle-contracts/contract-model";
import { millimetres, wholeIn } from "../distance.ts";

/** The entry of the unit, else the first: null of an empty list. */
export const inUnit = (distances: readonly Distance[], unit: DistanceUnit): Distance | null =>
  distances.find((distance) => distance.unit === unit) ?? distances[0] ?? null;

/** The entry of the currency; null where there is none. */
export const inCurrency = <Amount extends { currency: string }>(
  amounts: readonly Amount[],
  currency: string,
): Amount | null => amounts.find((amount) => amount.currency === currency) ?? null;

/** Whole units of `unit`, rounded up: what counts from here lasts no shorter than it was promised. */
export function wholeUnitsUp(distance: Distance, unit: DistanceUnit): Distance {
  const below = wholeIn(distance, unit);
  return millimetres(below) < millimetres(distance) ? { value: below.value + 1, unit } : below;
}
