import { pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { enterpriseId, instant, tenantPolicy } from "../columns.ts";

/** A dealer group; its id is that of the organisation in the sign-in tables. */
export const enterprise = pgTable(
  "enterprise",
  { enterpriseId: enterpriseId(), name: text("name").notNull(), createdAt: instant("created_at").notNull() },
  (t) => [primaryKey({ name: "enterprise_pkey", columns: [t.enterpriseId] }), tenantPolicy("enterprise")],
);
