import {
  CalendarDate,
  Distance,
  Hours,
  type ProblemField,
  problemFields,
  Vehicle,
  VehicleInput,
  type VinPolicy,
} from "@vehicle-contracts/contract-model";
import { hoursBreaks, type Outcome, odometerBreaks } from "@vehicle-contracts/contract-rules";
import type { VehicleForm } from "./form-values.ts";
import { formLabels } from "./labels.ts";
import { verdictOf } from "./verdict.ts";
import { type VehicleWritten, writtenOf } from "./written.ts";

/** What holds at the store that is chosen. */
export type Around = { policy: VinPolicy; unit: "KM" | "MI"; today: string };

/** The first reading of a new vehicle: what of it was entered. */
export type FirstReading = { odometer: Distance | null; hours: number | null; date: string; source: string };

export type Checked = { vehicle: VehicleInput; written: VehicleWritten; reading: FirstReading | null };

/** The vehicle that a draft of another day or an answer of the server holds; null where it is something else. */
export const vehicleIn = (value: unknown): Vehicle | null => {
  const read = Vehicle.safeParse(value);
  return read.success ? read.data : null;
};

/**
 * The vehicle of the form where the schema and the rules have nothing against it; else the faults on the form's paths, all of
 * them, from its top to its bottom. The server decides by the same rules; this says it before anything is sent.
 */
export function checkForm(values: VehicleForm, around: Around): Outcome<Checked> {
  const { isLegacy, licensePlate, engineNumber, make, model, variant, modelYear } = values;
  const { firstRegistrationDate, fuel } = values;
  const base = vehicleIn(values.base);
  const verdict = verdictOf(values, base, around.policy);
  const input = {
    vin: verdict.vin,
    vinKind: isLegacy ? "legacy" : null,
    licensePlate,
    engineNumber,
    make,
    model,
    variant,
    modelYear,
    firstRegistrationDate,
    fuel,
  };
  const read = VehicleInput.safeParse(input);
  const reading = base ? none : readingOf(values, around);
  const fields = [
    ...(verdict.result === "ERROR"
      ? [{ path: "vin", code: verdict.code ?? "", message: verdict.message ?? "" }]
      : []),
    ...(read.success ? [] : problemFields(read.error, input)),
    ...(reading.ok ? [] : reading.fields),
  ];
  if (!read.success || !reading.ok || verdict.vinKind === null) return { ok: false, fields: inOrder(fields) };
  const written = writtenOf({ ...read.data, vin: verdict.vin }, verdict.vinKind);
  return {
    ok: true,
    value: { vehicle: { ...read.data, vin: verdict.vin }, written, reading: reading.value },
  };
}

const none = { ok: true, value: null } as const;

function readingOf({ reading }: VehicleForm, { unit, today }: Around): Outcome<FirstReading | null> {
  const { odometer, hours, date, source } = reading;
  if (odometer === null && hours === null) return none;
  const readings = {
    odometer: odometer === null ? null : Distance.safeParse({ value: odometer, unit }),
    hours: hours === null ? null : Hours.safeParse(hours),
    date: CalendarDate.safeParse(date),
  };
  const faults = [
    ...(readings.odometer?.success === false ? [faultAt("odometer", readings.odometer.error)] : []),
    ...(readings.hours?.success === false ? [faultAt("hours", readings.hours.error)] : []),
    ...(date === null
      ? [{ path: "reading.date", code: "MISSING", message: "Enter the day on which it was read." }]
      : readings.date.success
        ? []
        : [faultAt("date", readings.date.error)]),
  ];
  if (faults.length > 0 || !readings.date.success) return { ok: false, fields: faults };
  const read = {
    odometer: readings.odometer?.data ?? null,
    hours: readings.hours?.data ?? null,
    date: readings.date.data,
    source: source ?? "other",
  };
  const breaks = [
    ...(read.odometer ? odometerBreaks([], { date: read.date, odometer: read.odometer }, today) : []),
    ...(read.hours !== null ? hoursBreaks([], { date: read.date, hours: read.hours }, today) : []),
  ].map((field) => ({ ...field, path: `reading.${field.path}` }));
  return breaks.length > 0 ? { ok: false, fields: breaks } : { ok: true, value: read };
}

const faultAt = (field: string, error: { issues: readonly { message: string }[] }): ProblemField => ({
  path: `reading.${field}`,
  code: "NOT_ALLOWED",
  message: error.issues[0]?.message ?? "",
});

const places = Object.keys(formLabels);

/** From the top of the form to its bottom, one a field. */
const inOrder = (fields: readonly ProblemField[]): ProblemField[] =>
  fields
    .filter(({ path }, place) => fields.findIndex((other) => other.path === path) === place)
    .toSorted((a, b) => places.indexOf(a.path) - places.indexOf(b.path));
