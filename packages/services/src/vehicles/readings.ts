import type { Readings } from "@vehicle-contracts/contract-model";
import { hoursStanding, odometerStanding } from "@vehicle-contracts/contract-rules";
import type { TenantTx } from "@vehicle-contracts/database";
import { type Actor, requireAnyStore } from "../actor.ts";
import { hoursOf, odometersOf } from "../internal/reading.ts";
import { together } from "../internal/together.ts";
import { vehicleAt } from "../internal/vehicle-row.ts";

const most = 500;

/** The readings of a vehicle by date, then as recorded, with those that a correction has withdrawn. At most the last 500. */
export async function listReadings(
  tx: TenantTx,
  actor: Actor,
  input: { vehicleId: string },
): Promise<Readings> {
  requireAnyStore(actor);
  const { vehicleId } = input;
  const [, odometers, hours] = await tx.last(
    together([vehicleAt(tx, vehicleId), odometersOf(tx, { vehicleId }), hoursOf(tx, { vehicleId })]),
  );
  const odometerState = odometerStanding(
    odometers.map((row) => ({ ...row, odometer: { value: row.value, unit: row.unit } })),
  );
  const hoursState = hoursStanding(hours.map((row) => ({ ...row, hours: row.value })));
  const byDate = <Row extends { date: string }>(rows: Row[]) =>
    rows.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)).slice(-most);
  return {
    odometer: byDate(
      odometers.map((row, index) => ({
        readingId: row.readingId,
        value: row.value,
        unit: row.unit,
        date: row.date,
        source: row.source,
        correction: row.correction,
        withdrawn: odometerState.withdrawn[index] ?? false,
        recordedBy: row.recordedBy,
        recordedAt: row.recordedAt,
      })),
    ),
    hours: byDate(
      hours.map((row, index) => ({
        readingId: row.readingId,
        value: row.value,
        date: row.date,
        source: row.source,
        correction: row.correction,
        withdrawn: hoursState.withdrawn[index] ?? false,
        recordedBy: row.recordedBy,
        recordedAt: row.recordedAt,
      })),
    ),
  };
}
