import type { ProviderKind } from "@vehicle-contracts/contract-model";
import { foreignKey, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { binaryText, enterpriseId, instant, tenantPolicy } from "../columns.ts";
import { enterprise } from "./enterprise.ts";

export const provider = pgTable(
  "provider",
  {
    enterpriseId: enterpriseId(),
    providerId: uuid("provider_id").notNull(),
    version: integer("version").notNull(),
    name: text("name").notNull(),
    /** Folded: two providers do not differ by case or accents alone. */
    sortName: binaryText("sort_name").notNull(),
    kind: text("kind").$type<ProviderKind>().notNull(),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "provider_pkey", columns: [t.enterpriseId, t.providerId] }),
    unique("provider_by_name").on(t.enterpriseId, t.sortName),
    foreignKey({
      name: "provider_enterprise_fk",
      columns: [t.enterpriseId],
      foreignColumns: [enterprise.enterpriseId],
    }),
    tenantPolicy("provider"),
  ],
);
