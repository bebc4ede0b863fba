import type { DistanceUnit, RevisionActor } from "@vehicle-contracts/contract-model";
import {
  boolean,
  date,
  foreignKey,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { enterpriseId, instant, tenantPolicy } from "../columns.ts";
import { vehicle } from "./vehicle.ts";

const reading = {
  enterpriseId: enterpriseId(),
  vehicleId: uuid("vehicle_id").notNull(),
  /** From 1 in each vehicle, in the order recorded. */
  ordinal: integer("ordinal").notNull(),
  readingId: uuid("reading_id").notNull(),
  date: date("date", { mode: "string" }).notNull(),
  source: text("source").notNull(),
  correction: boolean("correction").notNull(),
  recordedBy: jsonb("recorded_by").$type<RevisionActor>().notNull(),
  recordedAt: instant("recorded_at").notNull(),
};

/** Append-only. */
export const odometerReading = pgTable(
  "odometer_reading",
  { ...reading, value: integer("value").notNull(), unit: text("unit").$type<DistanceUnit>().notNull() },
  (t) => [
    primaryKey({ name: "odometer_reading_pkey", columns: [t.enterpriseId, t.vehicleId, t.ordinal] }),
    foreignKey({
      name: "odometer_reading_vehicle_fk",
      columns: [t.enterpriseId, t.vehicleId],
      foreignColumns: [vehicle.enterpriseId, vehicle.vehicleId],
    }),
    tenantPolicy("odometer_reading"),
  ],
);

/** Append-only. */
export const hoursReading = pgTable(
  "hours_reading",
  { ...reading, value: integer("value").notNull() },
  (t) => [
    primaryKey({ name: "hours_reading_pkey", columns: [t.enterpriseId, t.vehicleId, t.ordinal] }),
    foreignKey({
      name: "hours_reading_vehicle_fk",
      columns: [t.enterpriseId, t.vehicleId],
      foreignColumns: [vehicle.enterpriseId, vehicle.vehicleId],
    }),
    tenantPolicy("hours_reading"),
  ],
);
