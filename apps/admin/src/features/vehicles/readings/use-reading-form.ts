"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import type { DistanceUnit } from "@vehicle-contracts/contract-model";
import { type UseFormReturn, useForm, useFormState, useWatch } from "react-hook-form";
import { type Known, type ReadingEntry, type ReadingForm, readingForm } from "./reading-form.ts";
import { standingHours, standingOdometer } from "./standing.ts";
import { useLiveCheck } from "./use-live-check.ts";

export type ReadingFormReturn = UseFormReturn<ReadingForm, unknown, ReadingEntry>;

/** An empty reading of today by the workshop. */
export const emptyReading = (unit: DistanceUnit, today: string): ReadingForm => ({
  odometer: null,
  unit,
  correction: false,
  hours: null,
  hoursCorrection: false,
  date: today,
  source: "workshop",
});

const looked = ["odometer", "hours", "date"] as const;

/** The form of a reading. What contradicts others is said while it is typed, once the figure is long enough to be meant. */
export function useReadingForm(known: Known, unit: DistanceUnit): ReadingFormReturn {
  const form = useForm<ReadingForm, unknown, ReadingEntry>({
    resolver: zodResolver(readingForm(known)),
    defaultValues: emptyReading(unit, known.today),
  });
  const { control } = form;
  const values = useWatch({ control });
  const { errors, touchedFields } = useFormState({ control });
  const odometer = lengthOf(values.odometer);
  const hours = lengthOf(values.hours);
  const isMeant =
    odometer >= lastLength(known, "odometer") ||
    hours >= lastLength(known, "hours") ||
    (odometer > 0 && touchedFields.odometer === true) ||
    (hours > 0 && touchedFields.hours === true);
  const hasFault = looked.some((field) => errors[field] !== undefined);
  useLiveCheck(form, looked, {
    isOn: (odometer > 0 || hours > 0) && (isMeant || hasFault),
    watched: JSON.stringify([values, known.readings?.odometer.length, known.readings?.hours.length]),
  });
  return form;
}

const lengthOf = (value: unknown): number => (typeof value === "number" ? String(value).length : 0);

/** Digits of the last reading; one that nobody reaches where there is none. */
function lastLength({ readings }: Known, what: "odometer" | "hours"): number {
  if (!readings) return Number.POSITIVE_INFINITY;
  const last =
    what === "odometer"
      ? standingOdometer(readings).at(-1)?.odometer.value
      : standingHours(readings).at(-1)?.hours;
  return last === undefined ? Number.POSITIVE_INFINITY : String(last).length;
}
