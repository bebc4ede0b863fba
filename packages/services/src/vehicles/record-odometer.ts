import type { RecordOdometer, VehicleResult } from "@vehicle-contracts/contract-model";
import { odometerBreaks, odometerStanding } from "@vehicle-contracts/contract-rules";
import { newId, odometerReading, type TenantTx, vehicle } from "@vehicle-contracts/database";
import { and, asc, eq } from "drizzle-orm";
import { type Actor, asRevisionActor } from "../actor.ts";
import { beginReading, endReading } from "../internal/reading.ts";
import { refuseIfBroken } from "../service-error.ts";

/**
 * Appends a reading, in the unit as entered. Takes an advisor. Throws NOT_FOUND, FORBIDDEN, RULE_BROKEN (FUTURE_READING,
 * BELOW_LAST, ABOVE_NEXT; a correction is always taken unless dated after today).
 */
export async function recordOdometer(
  tx: TenantTx,
  actor: Actor,
  input: RecordOdometer,
): Promise<VehicleResult> {
  const today = await beginReading(tx, actor, input);
  const rows = await tx
    .select()
    .from(odometerReading)
    .where(
      and(eq(odometerReading.enterpriseId, tx.enterpriseId), eq(odometerReading.vehicleId, input.vehicleId)),
    )
    .orderBy(asc(odometerReading.ordinal));
  const recorded = rows.map(({ value, unit, date, correction, source }) => ({
    odometer: { value, unit },
    date,
    correction,
    source,
  }));
  const { date, odometer, source } = input;
  const reading = { date, odometer, source, correction: input.correction ?? false };
  refuseIfBroken(odometerBreaks(recorded, reading, today));
  await tx.insert(odometerReading).values({
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
  });
  const { latest } = odometerStanding([...recorded, reading]);
  await tx
    .update(vehicle)
    .set({
      odometerValue: latest?.odometer.value ?? null,
      odometerUnit: latest?.odometer.unit ?? null,
      odometerDate: latest?.date ?? null,
      odometerSource: latest?.source ?? null,
    })
    .where(and(eq(vehicle.enterpriseId, tx.enterpriseId), eq(vehicle.vehicleId, input.vehicleId)));
  return endReading(tx, input.vehicleId);
}
