import {
  CalendarDate,
  DistanceUnit,
  longestDistance,
  type Readings,
} from "@vehicle-contracts/contract-model";
import { hoursBreaks, odometerBreaks } from "@vehicle-contracts/contract-rules";
import { z } from "zod";
import { standingHours, standingOdometer } from "./standing.ts";

/** What is known of the vehicle while somebody types. */
export type Known = {
  /** Null while they are not read: then the server alone tells. */
  readings: Readings | null;
  /** The day that none may be dated after. */
  today: string;
  hasMeter: boolean;
};

const figure = z
  .int("Must be a whole number.")
  .min(0, "Must be at least 0.")
  .max(longestDistance, `Must be at most ${longestDistance}.`)
  .nullable();

/** The form of a reading on what is known: a fault stands on its field and says the fact it meets, as the server would. */
export const readingForm = ({ readings, today, hasMeter }: Known) =>
  z
    .object({
      odometer: figure,
      unit: DistanceUnit,
      correction: z.boolean(),
      hours: figure,
      hoursCorrection: z.boolean(),
      date: CalendarDate.nullable().refine((date) => date !== null, "Enter the day on which it was read."),
      source: z.string("Say who or what read it."),
    })
    .check(({ value, issues }) => {
      const { odometer, unit, hours, date } = value;
      const say = (path: string, message: string) =>
        issues.push({ code: "custom", input: value, path: [path], message });
      if (odometer === null && hours === null) {
        say(
          "odometer",
          hasMeter ? "Enter what the odometer or the hour meter says." : "Enter what the odometer says.",
        );
        return;
      }
      if (date === null || !readings) return;
      const faults = [
        ...(odometer === null
          ? []
          : odometerBreaks(
              standingOdometer(readings),
              { date, odometer: { value: odometer, unit }, correction: value.correction },
              today,
            )),
        ...(hours === null
          ? []
          : hoursBreaks(standingHours(readings), { date, hours, correction: value.hoursCorrection }, today)),
      ];
      for (const [path, message] of new Map(faults.map((fault) => [fault.path, fault.message])))
        say(path, message);
    });

export type ReadingForm = z.input<ReturnType<typeof readingForm>>;
export type ReadingEntry = z.output<ReturnType<typeof readingForm>>;
