import type { DistanceUnit, Vehicle } from "@vehicle-contracts/contract-model";
import type { UseFormReturn } from "react-hook-form";
import { unitOf } from "./form-record.ts";
import { type ContractForm, inUnit } from "./form-values.ts";

/** What a store decides of a new contract: the unit it is agreed in and the day it is sold on. */
export type StoreOf = { unit: DistanceUnit; today: string };

/**
 * Another store was chosen for a new contract: distances go on in its unit, as far as before, and dates that nobody chose
 * in its day. Without this a figure in miles would count as one in kilometres.
 */
export function followStore(
  form: UseFormReturn<ContractForm>,
  vehicle: Pick<Vehicle, "latestOdometer"> | null,
  before: StoreOf,
  after: StoreOf,
): void {
  const { distance, coverage, allowances, saleDate, startDate } = form.getValues();
  const from = unitOf({ distance }, before);
  const to = after.unit;
  const follow = (value: number | null) => (value === null ? null : inUnit({ value, unit: from }, to));
  if (from !== to) {
    const reading = vehicle?.latestOdometer ?? null;
    const isReading = reading !== null && distance.startOdometer === inUnit(reading, from);
    form.setValue("distance.unit", to);
    // from the reading itself: what was rounded once is not rounded again
    form.setValue("distance.startOdometer", isReading ? inUnit(reading, to) : follow(distance.startOdometer));
    form.setValue("distance.limit", follow(distance.limit));
    for (const [index, line] of coverage.entries())
      if (line.odometerUnit === null)
        form.setValue(`coverage.${index}.endOdometer`, follow(line.endOdometer));
    for (const [index, line] of allowances.entries())
      if (line.distanceUnit === null)
        form.setValue(`allowances.${index}.dueAfterDistance`, follow(line.dueAfterDistance));
  }
  if (saleDate === before.today) form.setValue("saleDate", after.today);
  if (startDate === before.today) form.setValue("startDate", after.today);
}
