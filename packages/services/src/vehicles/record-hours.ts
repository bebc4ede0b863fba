import type { RecordHours, VehicleResult } from "@vehicle-contracts/contract-model";
import { hoursBreaks, hoursStanding } from "@vehicle-contracts/contract-rules";
import { hoursReading, newId, preparedInsert, type TenantTx } from "@vehicle-contracts/database";
import { type Actor, asRevisionActor } from "../actor.ts";
import { beginReading, endReading, hoursOf } from "../internal/reading.ts";
import { refuseIfBroken } from "../service-error.ts";

const insertReading = preparedInsert("insert_hours_reading", hoursReading);

/** Appends a reading of the engine hours, in whole hours. Throws as `recordOdometer` does. */
export async function recordHours(tx: TenantTx, actor: Actor, input: RecordHours): Promise<VehicleResult> {
  const { today, before, rows } = await beginReading(tx, actor, input, hoursOf);
  const recorded = rows.map(({ value, date, correction, source }) => ({
    hours: value,
    date,
    correction,
    source,
  }));
  const { date, hours, source } = input;
  const reading = { date, hours, source, correction: input.correction ?? false };
  refuseIfBroken(hoursBreaks(recorded, reading, today));
  const { latest } = hoursStanding([...recorded, reading]);
  const row = {
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
  };
  return endReading(tx, before, () => insertReading(tx, row), {
    hoursValue: latest?.hours ?? null,
    hoursDate: latest?.date ?? null,
    hoursSource: latest?.source ?? null,
  });
}
