import { z } from "zod";
import { vehicleSortKeys } from "./codes.ts";
import { Warning } from "./field-fault.ts";
import { RevisionActor } from "./history.ts";
import { page, paging, SearchText } from "./paging.ts";
import {
  CalendarDate,
  Distance,
  Hours,
  Id,
  IdempotencyKey,
  Instant,
  line,
  Version,
  whole,
} from "./values.ts";

/** `vin`: 17 characters of ISO 3779; `legacy`: a chassis number from before. */
export const VinKind = z.enum(["vin", "legacy"], "Must be vin or legacy.");
export type VinKind = z.infer<typeof VinKind>;

const vehicleFields = {
  /** `legacy` says that the number is a chassis number from before VINs; left out, the rule tells. */
  vinKind: VinKind.nullish(),
  /** As on the plate, blanks included; at most 20 characters. */
  licensePlate: line(20).nullish(),
  engineNumber: line(50).nullish(),
  make: line(60).nullish(),
  model: line(100).nullish(),
  variant: line(100).nullish(),
  /** 1886 to 2100 inclusive. */
  modelYear: whole(1886, 2100).nullish(),
  firstRegistrationDate: CalendarDate.nullish(),
  fuel: line(50).nullish(),
};

/** At most 60 characters as typed, so that blanks may stand in it; the rule then normalises and judges it. */
const Vin = z
  .string("Must be text.")
  .max(60, "Must have at most 60 characters.")
  .refine((text) => text.isWellFormed() && !text.includes("\u0000"), "Must be well-formed text.");

/** A vehicle without what the server makes. */
export const VehicleInput = z.strictObject({ vin: Vin, ...vehicleFields });
export type VehicleInput = z.infer<typeof VehicleInput>;

/** What is read off the odometer: unit as entered, the store's date, who or what read it. */
export const OdometerReading = z.object({
  value: z.int(),
  unit: z.enum(["KM", "MI"]),
  date: z.string(),
  source: z.string(),
});
export type OdometerReading = z.infer<typeof OdometerReading>;
export const HoursReading = z.object({ value: z.int(), date: z.string(), source: z.string() });
export type HoursReading = z.infer<typeof HoursReading>;

/** A vehicle: one per enterprise, known in all its stores. */
export const Vehicle = z.object({
  vehicleId: Id,
  version: Version,
  vin: z.string(),
  vinKind: VinKind,
  licensePlate: z.string().nullable(),
  engineNumber: z.string().nullable(),
  make: z.string().nullable(),
  model: z.string().nullable(),
  variant: z.string().nullable(),
  modelYear: z.int().nullable(),
  firstRegistrationDate: z.string().nullable(),
  fuel: z.string().nullable(),
  /** The last in order (date, then as recorded) that no correction has withdrawn. */
  latestOdometer: OdometerReading.nullable(),
  latestHours: HoursReading.nullable(),
});
export type Vehicle = z.infer<typeof Vehicle>;

/** By id or by VIN (normalised): exactly one of them. */
export const GetVehicle = z.strictObject({ vehicleId: Id.nullish(), vin: Vin.nullish() }).check((context) => {
  const { vehicleId, vin } = context.value;
  if (typeof vehicleId === "string" ? typeof vin === "string" : typeof vin !== "string")
    context.issues.push({
      code: "custom",
      input: context.value,
      path: ["vehicleId"],
      message: "Name the vehicle by its id or by its VIN: one of the two.",
    });
});
/** `storeId` says whose VIN policy holds; without it, strict. */
export const CreateVehicle = z.strictObject({
  idempotencyKey: IdempotencyKey,
  vehicle: VehicleInput,
  storeId: Id.nullish(),
});
export const VehicleChanges = z.strictObject({ vin: Vin.optional(), ...vehicleFields });
export const UpdateVehicle = z.strictObject({
  vehicleId: Id,
  version: Version,
  changes: VehicleChanges,
  storeId: Id.nullish(),
});

const reading = {
  vehicleId: Id,
  date: CalendarDate,
  /** Who or what read it, such as "workshop" or "customer". */
  source: line(50),
  /** It puts an earlier reading right: it is always taken, and withdraws what contradicts it. */
  correction: z.boolean().nullish(),
  /** Whose today no reading may be dated after; without it, the latest of the granted stores'. */
  storeId: Id.nullish(),
};
export const RecordOdometer = z.strictObject({ ...reading, odometer: Distance });
export const RecordHours = z.strictObject({ ...reading, hours: Hours });

export const VehicleSortKey = z.enum(vehicleSortKeys);
export const VehicleSort = z.strictObject({
  /** `name`: make, model and variant. */
  by: VehicleSortKey,
  direction: z.enum(["asc", "desc"], "Must be asc or desc."),
});
export type VehicleSort = z.infer<typeof VehicleSort>;

export const VehicleQuestion = z.strictObject({ search: SearchText.nullish() });
export type VehicleQuestion = z.infer<typeof VehicleQuestion>;

/** Sorted by createdAt, newest first, when nothing is asked; then by id. */
export const ListVehicles = VehicleQuestion.extend({ sort: VehicleSort.nullish(), ...paging });
export type ListVehicles = z.infer<typeof ListVehicles>;

export const VehiclePage = page(Vehicle);
export const VehicleResult = z.object({ vehicle: Vehicle, warnings: z.array(Warning) });

/** The readings of a vehicle, oldest first, at most the last 500 of each sort. */
export const ListReadings = z.strictObject({ vehicleId: Id });
const recorded = {
  readingId: Id,
  correction: z.boolean(),
  withdrawn: z.boolean(),
  /** Who recorded it; `source` says who or what read it. */
  recordedBy: RevisionActor,
  recordedAt: Instant,
};
export const Readings = z.object({
  odometer: z.array(OdometerReading.extend(recorded)),
  hours: z.array(HoursReading.extend(recorded)),
});
export type Readings = z.infer<typeof Readings>;

export type GetVehicle = z.infer<typeof GetVehicle>;
export type CreateVehicle = z.infer<typeof CreateVehicle>;
export type UpdateVehicle = z.infer<typeof UpdateVehicle>;
export type VehicleChanges = z.infer<typeof VehicleChanges>;
export type RecordOdometer = z.infer<typeof RecordOdometer>;
export type RecordHours = z.infer<typeof RecordHours>;
export type VehicleResult = z.infer<typeof VehicleResult>;
