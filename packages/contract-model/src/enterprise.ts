import { z } from "zod";
import { sourceSystems } from "./codes.ts";
import { Country } from "./country.ts";
import { page } from "./paging.ts";
import { CalendarDate, Currency, DistanceUnit, Id, IdempotencyKey, line, Version } from "./values.ts";

/** The dealer management system that a store runs on, or that a contract came from. */
export const SourceSystem = z.enum(sourceSystems);
export type SourceSystem = z.infer<typeof SourceSystem>;

/** `strict`: a wrong check digit is an error where the VIN's region requires one; `warn`: always a warning. */
export const VinPolicy = z.enum(["strict", "warn"], "Must be strict or warn.");
export type VinPolicy = z.infer<typeof VinPolicy>;

/** A dealer group: the tenant. Nothing crosses it. */
export const Enterprise = z.object({ enterpriseId: Id, name: line(200) });
export type Enterprise = z.infer<typeof Enterprise>;

/** The name as the machine's tz database spells it; null for what is none there. */
function timeZoneName(zone: string): string | null {
  try {
    const { timeZone } = new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions();
    // The machine takes "JST" and the like too, which are no names of the tz database; dates cannot be reckoned by them.
    return zone.includes("/") || zone === "UTC" ? timeZone : null;
  } catch {
    return null;
  }
}

/** Capitals as the database has them; a former name of a zone stays the name that was given. */
function wellSpelled(zone: string): string {
  const name = timeZoneName(zone);
  return name?.toLowerCase() === zone.toLowerCase() ? name : zone;
}

/** IANA time zone by name: UTC, or one with a region such as Europe/London. Whether a name is known depends on the machine's tz database. */
export const TimeZone = line(60)
  .refine((zone) => timeZoneName(zone) !== null, "Must be an IANA time zone such as Europe/London.")
  .overwrite(wellSpelled);

const storeFields = {
  /** The dealership's name; 1 to 200 characters. */
  name: line(200),
  /** Its calendar date is "today" for its contracts. */
  timeZone: TimeZone,
  /** ISO 3166-1 alpha-2. */
  country: Country,
  currency: Currency,
  distanceUnit: DistanceUnit,
  vinPolicy: VinPolicy,
  system: SourceSystem,
};

/** One physical dealership. */
export const Store = z.object({ storeId: Id, version: Version, ...storeFields });
export type Store = z.infer<typeof Store>;

/** A store with the calendar date it is there now. */
export const StoreToday = Store.extend({ today: CalendarDate });
export type StoreToday = z.infer<typeof StoreToday>;

/** Left out: `vinPolicy` strict, `system` NATIVE. */
export const StoreInput = z.strictObject({
  ...storeFields,
  vinPolicy: VinPolicy.nullish(),
  system: SourceSystem.nullish(),
});
export type StoreInput = z.infer<typeof StoreInput>;

export const GetStore = z.strictObject({ storeId: Id });
export const CreateStore = z.strictObject({ idempotencyKey: IdempotencyKey, store: StoreInput });
export const StoreChanges = z.strictObject(storeFields).partial();
export const UpdateStore = z.strictObject({ storeId: Id, version: Version, changes: StoreChanges });
export const StorePage = page(StoreToday);
/** What day it would be for a store in the time zone. */
export const TodayIn = z.strictObject({ timeZone: TimeZone });
export const TodayThere = z.object({ today: CalendarDate });
/** What a change of a store answers. */
export const StoreResult = z.object({ store: Store, warnings: z.array(z.never()) });

export type TodayIn = z.infer<typeof TodayIn>;
export type TodayThere = z.infer<typeof TodayThere>;
export type CreateStore = z.infer<typeof CreateStore>;
export type UpdateStore = z.infer<typeof UpdateStore>;
