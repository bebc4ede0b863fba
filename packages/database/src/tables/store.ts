import type { DistanceUnit, SourceSystem, VinPolicy } from "@vehicle-contracts/contract-model";
import { foreignKey, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { enterpriseId, instant, tenantPolicy } from "../columns.ts";
import { enterprise } from "./enterprise.ts";

export const store = pgTable(
  "store",
  {
    enterpriseId: enterpriseId(),
    storeId: uuid("store_id").notNull(),
    version: integer("version").notNull(),
    name: text("name").notNull(),
    timeZone: text("time_zone").notNull(),
    country: text("country").notNull(),
    currency: text("currency").notNull(),
    distanceUnit: text("distance_unit").$type<DistanceUnit>().notNull(),
    vinPolicy: text("vin_policy").$type<VinPolicy>().notNull(),
    system: text("system").$type<SourceSystem>().notNull(),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "store_pkey", columns: [t.enterpriseId, t.storeId] }),
    foreignKey({
      name: "store_enterprise_fk",
      columns: [t.enterpriseId],
      foreignColumns: [enterprise.enterpriseId],
    }),
    tenantPolicy("store"),
  ],
);
