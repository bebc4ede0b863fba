import type { DistanceUnit, VinKind } from "@vehicle-contracts/contract-model";
import {
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { binaryText, enterpriseId, instant, tenantPolicy } from "../columns.ts";
import { enterprise } from "./enterprise.ts";

export const vehicle = pgTable(
  "vehicle",
  {
    enterpriseId: enterpriseId(),
    vehicleId: uuid("vehicle_id").notNull(),
    version: integer("version").notNull(),
    /** Normalised: upper case, no white space. */
    vin: binaryText("vin").notNull(),
    vinKind: text("vin_kind").$type<VinKind>().notNull(),
    licensePlate: text("license_plate"),
    /** Without blanks and hyphens, in every folding, parted by blanks; for search. */
    plateFolded: binaryText("plate_folded"),
    engineNumber: text("engine_number"),
    make: text("make"),
    model: text("model"),
    variant: text("variant"),
    /** Make, model and variant, folded; for sorting. */
    sortName: binaryText("sort_name").notNull(),
    modelYear: integer("model_year"),
    firstRegistrationDate: date("first_registration_date", { mode: "string" }),
    fuel: text("fuel"),
    /** The latest reading not withdrawn, copied from the readings in the transaction that records one. */
    odometerValue: integer("odometer_value"),
    odometerUnit: text("odometer_unit").$type<DistanceUnit>(),
    odometerDate: date("odometer_date", { mode: "string" }),
    odometerSource: text("odometer_source"),
    hoursValue: integer("hours_value"),
    hoursDate: date("hours_date", { mode: "string" }),
    hoursSource: text("hours_source"),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "vehicle_pkey", columns: [t.enterpriseId, t.vehicleId] }),
    unique("vehicle_by_vin").on(t.enterpriseId, t.vin),
    foreignKey({
      name: "vehicle_enterprise_fk",
      columns: [t.enterpriseId],
      foreignColumns: [enterprise.enterpriseId],
    }),
    index("vehicle_by_name").on(t.enterpriseId, t.sortName, t.vehicleId),
    index("vehicle_by_created").on(t.enterpriseId, t.createdAt, t.vehicleId),
    tenantPolicy("vehicle"),
  ],
);
