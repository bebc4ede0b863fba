import { z } from "zod";
import { Distance, DistanceUnit, Hours, Length, longestDistance, whole } from "../values.ts";

const unlimited = z.strictObject({ kind: z.literal("unlimited") });
const unknown = z.strictObject({ kind: z.literal("unknown") });

/** How far the contract goes. endOdometer (inclusive) = startOdometer + limit, all in one unit; left out, it is computed. */
export const DistanceTermInput = z.discriminatedUnion(
  "kind",
  [
    unlimited,
    unknown,
    z.strictObject({
      kind: z.literal("limited"),
      limit: Length,
      startOdometer: Distance,
      endOdometer: z.strictObject({ value: whole(0, 2 * longestDistance), unit: DistanceUnit }).nullish(),
    }),
  ],
  "Must be of the kind unlimited, unknown or limited.",
);
export const DistanceTerm = z.discriminatedUnion("kind", [
  unlimited,
  unknown,
  z.object({
    kind: z.literal("limited"),
    limit: Distance,
    startOdometer: Distance,
    endOdometer: z.object({ value: z.int(), unit: z.enum(["KM", "MI"]) }),
  }),
]);
export type DistanceTerm = z.infer<typeof DistanceTerm>;

/** As DistanceTerm, in whole engine hours. */
export const HoursTermInput = z.discriminatedUnion(
  "kind",
  [
    unlimited,
    unknown,
    z.strictObject({
      kind: z.literal("limited"),
      limit: whole(1, longestDistance),
      startHours: Hours,
      endHours: whole(0, 2 * longestDistance).nullish(),
    }),
  ],
  "Must be of the kind unlimited, unknown or limited.",
);
export const HoursTerm = z.discriminatedUnion("kind", [
  unlimited,
  unknown,
  z.object({ kind: z.literal("limited"), limit: z.int(), startHours: z.int(), endHours: z.int() }),
]);
export type HoursTerm = z.infer<typeof HoursTerm>;
