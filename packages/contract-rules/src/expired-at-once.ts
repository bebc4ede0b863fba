import type { Warning } from "@vehicle-contracts/contract-model";
import { type Facts, type Limits, runOutBy } from "./effective-status.ts";
import { broken } from "./outcome.ts";
import { sayCount, sayDate, sayDistance } from "./wording.ts";

/**
 * EXPIRED_AT_ONCE, at the limit that it has run out by, for a contract that is made or sold: it covers nothing from its first
 * moment. docs/rules.md, "Life cycle".
 */
export function expiredAtOnce(contract: Limits, facts: Facts): Warning[] {
  const { endDate, distance, engineHours } = contract;
  const { latestOdometer, latestHours } = facts;
  const by = runOutBy(contract, facts);
  if (by === "DATE" && endDate)
    return warning("endDate", `The last day covered, ${sayDate(endDate)}, is past`);
  if (by === "DISTANCE" && distance?.kind === "limited" && latestOdometer)
    return warning(
      "distance.endOdometer",
      `The vehicle has ${sayDistance(latestOdometer)}, beyond the last covered, ${sayDistance(distance.endOdometer)}`,
    );
  if (by === "HOURS" && engineHours?.kind === "limited")
    return warning(
      "engineHours.endHours",
      `The engine has run ${sayCount(latestHours ?? 0, "hour")}, beyond the last covered, ${sayCount(engineHours.endHours, "hour")}`,
    );
  return [];
}

function warning(path: string, why: string): Warning[] {
  const message = `${why}: the contract has expired from its first moment. Check its limits.`;
  return [{ code: "EXPIRED_AT_ONCE", message, fields: [broken(path, "EXPIRED_AT_ONCE", message)] }];
}
