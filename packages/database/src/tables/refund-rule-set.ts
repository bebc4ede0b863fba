import type { RefundRules, RevisionActor } from "@vehicle-contracts/contract-model";
import { foreignKey, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { binaryText, enterpriseId, instant, tenantPolicy } from "../columns.ts";
import { enterprise } from "./enterprise.ts";

/** An enterprise's own rule sets and its own versions of the shipped ones. Append-only: a version never changes. */
export const refundRuleSet = pgTable(
  "refund_rule_set",
  {
    enterpriseId: enterpriseId(),
    code: binaryText("code").notNull(),
    /** From 1 in each code of its own; from 2 in the code of a shipped one. */
    version: integer("version").notNull(),
    name: text("name").notNull(),
    rules: jsonb("rules").$type<RefundRules>().notNull(),
    /** Why this version was made. */
    note: text("note"),
    createdBy: jsonb("created_by").$type<RevisionActor>().notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "refund_rule_set_pkey", columns: [t.enterpriseId, t.code, t.version] }),
    foreignKey({
      name: "refund_rule_set_enterprise_fk",
      columns: [t.enterpriseId],
      foreignColumns: [enterprise.enterpriseId],
    }),
    tenantPolicy("refund_rule_set"),
  ],
);
