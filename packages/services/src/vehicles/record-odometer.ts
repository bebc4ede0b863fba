import type { RecordOdometer, VehicleResult } from "@vehicle-contracts/contract-model";
import { odometerBreaks, odometerStanding } from "@vehicle-contracts/contract-rules";
import { newId, odometerReading, preparedInsert, type TenantTx } from "@vehicle-contracts/database";
import { type Actor, asRevisionActor } from "../actor.ts";
import { beginReading, endReading, odometersOf } from "../internal/reading.ts";
import { refuseIfBroken } from "../service-error.ts";

const insertReading = preparedInsert("insert_odometer_reading", odometerReading);

/**
 * Appends a reading, in the unit as entered. Takes an advisor. Throws NOT_FOUND, FORBIDDEN, RULE_BROKEN (FUTURE_READING,
 * BELOW_LAST, ABOVE_NEXT; a correction is always taken unless dated after today).
 */
export async function recordOdometer(
  tx: TenantTx,
  actor: Actor,
  input: RecordOdometer,
): Promise<VehicleResult> {
  const { today, before, rows } = await beginReading(tx, actor, input, odometersOf);
  const recorded = rows.map(({ value, unit, date, correction, source }) => ({
    odometer: { value, unit },
    date,
    correction,
    source,
  }));
  const { date, odometer, source } = input;
  const reading = { date, odometer, source, correction: input.correction ?? false };
  refuseIfBroken(odometerBreaks(recorded, reading, today));
  const { latest } = odometerStanding([...recorded, reading]);
  const row = {
    enterpriseId: tx.enterpriseId,
    vehicleId: input.vehicleId,
    ordinal: rows.length + 1,
    readingId: newId(),
    ...odometer,
    date,
    source,
    correction: reading.correction,
    recordedBy: asRevisionActor(actor),
    recordedAt: tx.startedAt,
  };
  return endReading(tx, before, () => insertReading(tx, row), {
    odometerValue: latest?.odometer.value ?? null,
    odometerUnit: latest?.odometer.unit ?? null,
    odometerDate: latest?.date ?? null,
    odometerSource: latest?.source ?? null,
  });
}
