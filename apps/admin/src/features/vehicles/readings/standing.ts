import type { Distance, Readings } from "@vehicle-contracts/contract-model";
import type { HoursEntry, OdometerEntry } from "@vehicle-contracts/contract-rules";

/** The readings that stand, in their order, as the rules take them: what a correction withdrew is out, and stays so. */
export const standingOdometer = (readings: Readings): (OdometerEntry & { odometer: Distance })[] =>
  readings.odometer
    .filter(({ withdrawn }) => !withdrawn)
    .map(({ date, value, unit }) => ({ date, odometer: { value, unit } }));

/** As `standingOdometer`, in engine hours. */
export const standingHours = (readings: Readings): HoursEntry[] =>
  readings.hours.filter(({ withdrawn }) => !withdrawn).map(({ date, value }) => ({ date, hours: value }));

/** Those that stand, of both sorts, by date. */
export const standingOf = ({ odometer, hours }: Readings): Pick<Readings, "odometer" | "hours"> => ({
  odometer: odometer.filter(({ withdrawn }) => !withdrawn),
  hours: hours.filter(({ withdrawn }) => !withdrawn),
});
