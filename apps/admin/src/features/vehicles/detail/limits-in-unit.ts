import type { DistanceUnit } from "@vehicle-contracts/contract-model";
import { wholeIn } from "@vehicle-contracts/contract-rules";
import type { ContractLimits } from "../../contracts/limits.ts";

/**
 * The limits with their distance in the unit that the vehicle is read in: from and to the last whole unit covered, so that
 * what is used and what is left are together what there is. Null, and a contract in that unit, leave them as they are.
 */
export function limitsInUnit(limits: ContractLimits, unit: DistanceUnit | null): ContractLimits {
  const { distance } = limits;
  if (distance.kind !== "limited" || unit === null || distance.end.unit === unit) return limits;
  const start = wholeIn(distance.start, unit);
  const end = wholeIn(distance.end, unit);
  const at = distance.at && { ...wholeIn(distance.at, unit), date: distance.at.date };
  return {
    ...limits,
    distance: {
      ...distance,
      start,
      end,
      all: { value: end.value - start.value, unit },
      at,
      left: at && { value: Math.max(0, end.value - at.value), unit },
    },
  };
}
