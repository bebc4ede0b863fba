import type { RecordHours, VehicleResult } from "@vehicle-contracts/contract-model";
import { hoursBreaks, hoursStanding } from "@vehicle-contracts/contract-rules";
import { hoursReading, newId, type TenantTx, vehicle } from "@vehicle-contracts/database";
import { and, asc, eq } from "drizzle-orm";
import { type Actor, asRevisionActor } from "../actor.ts";
import { beginReading, endReading } from "../internal/reading.ts";
import { refuseIfBroken } from "../service-error.ts";

/** Appends a reading of the engine hours, in whole hours. Throws as `recordOdometer` does. */
export async function recordHours(tx: TenantTx, actor: Actor, input: RecordHours): Promise<VehicleResult> {
  const today = await beginReading(tx, actor, input);
  const rows = await tx
    .select()
    .from(hoursReading)
    .where(and(eq(hoursReading.enterpriseId, tx.enterpriseId), eq(hoursReading.vehicleId, input.vehicleId)))
    .orderBy(asc(hoursReading.ordinal));
  const recorded = rows.map(({ value, date, correction, source }) => ({
    hours: value,
    date,
    correction,
    source,
  }));
  const { date, hours, source } = input;
  const reading = { date, hours, source, correction: input.correction ?? false };
  refuseIfBroken(hoursBreaks(recorded, reading, today));
  await tx.insert(hoursReading).values({
    enterpriseId: tx.enterpriseId,
    vehicleId: input.vehicleId,
    ordinal: rows.length + 1,
    readingId: newId(),
    value: hours,
    date,
    source,
    correction: reading.correction,
    recordedBy: asRevisionActor(actor),
    recordedAt: tx.startedAt,
  });
  const { latest } = hoursStanding([...recorded, reading]);
  await tx
    .update(vehicle)
    .set({
      hoursValue: latest?.hours ?? null,
      hoursDate: latest?.date ?? null,
      hoursSource: latest?.source ?? null,
    })
    .where(and(eq(vehicle.enterpriseId, tx.enterpriseId), eq(vehicle.vehicleId, input.vehicleId)));
  return endReading(tx, input.vehicleId);
}
