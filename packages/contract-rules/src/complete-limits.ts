import type { Distance, DistanceTerm, HoursTerm, ProblemField } from "@vehicle-contracts/contract-model";
import { broken, type Outcome } from "./outcome.ts";
import { sayCount, sayDistance } from "./wording.ts";

/** A distance as it is sent: the end may be left out. */
export type DistanceInput =
  | { kind: "unlimited" }
  | { kind: "unknown" }
  | {
      kind: "limited";
      limit: Distance;
      startOdometer: Distance;
      endOdometer?: Distance | null | undefined;
    };

/** Engine hours as they are sent: the end may be left out. */
export type HoursInput =
  | { kind: "unlimited" }
  | { kind: "unknown" }
  | { kind: "limited"; limit: number; startHours: number; endHours?: number | null | undefined };

/**
 * A contract's distance in full: left out it is unknown; `endOdometer` (inclusive) is startOdometer + limit, in one unit.
 * Broken: UNIT_MIXED, DISTANCE_MISMATCH. docs/rules.md, "Distance and hours".
 */
export function completeDistance(input: DistanceInput | null | undefined): Outcome<DistanceTerm> {
  if (!input) return { ok: true, value: { kind: "unknown" } };
  if (input.kind !== "limited") return { ok: true, value: { kind: input.kind } };
  const { limit, startOdometer, endOdometer } = input;
  const mixed = (path: string, odometer: Distance): ProblemField =>
    broken(
      path,
      "UNIT_MIXED",
      `${sayDistance(odometer)} is not in the unit of the limit, ${sayDistance(limit)}. Enter all distances of a contract in one unit.`,
    );
  const fields: ProblemField[] = [];
  if (startOdometer.unit !== limit.unit) fields.push(mixed("distance.startOdometer", startOdometer));
  if (endOdometer && endOdometer.unit !== limit.unit) fields.push(mixed("distance.endOdometer", endOdometer));
  const end = { value: startOdometer.value + limit.value, unit: limit.unit };
  if (fields.length === 0 && endOdometer && endOdometer.value !== end.value)
    fields.push(
      broken(
        "distance.endOdometer",
        "DISTANCE_MISMATCH",
        `A limit of ${sayDistance(limit)} from ${sayDistance(startOdometer)} ends at ${sayDistance(end)}, not at ${sayDistance(
          endOdometer,
        )}. Leave the end out, and it is computed.`,
      ),
    );
  if (fields.length > 0) return { ok: false, fields };
  return { ok: true, value: { kind: "limited", limit, startOdometer, endOdometer: end } };
}

/**
 * A contract's engine hours in full: left out they are unlimited; `endHours` (inclusive) is startHours + limit.
 * Broken: HOURS_MISMATCH. docs/rules.md, "Distance and hours".
 */
export function completeHours(input: HoursInput | null | undefined): Outcome<HoursTerm> {
  if (!input) return { ok: true, value: { kind: "unlimited" } };
  if (input.kind !== "limited") return { ok: true, value: { kind: input.kind } };
  const { limit, startHours } = input;
  const endHours = startHours + limit;
  if (input.endHours !== null && input.endHours !== undefined && input.endHours !== endHours)
    return {
      ok: false,
      fields: [
        broken(
          "engineHours.endHours",
          "HOURS_MISMATCH",
          `A limit of ${sayCount(limit, "hour")} from ${sayCount(startHours, "hour")} ends at ${sayCount(
            endHours,
            "hour",
          )}, not at ${sayCount(input.endHours, "hour")}. Leave the end out, and it is computed.`,
        ),
      ],
    };
  return { ok: true, value: { kind: "limited", limit, startHours, endHours } };
}
