import type { ContractType, RefundRuleSetReference } from "@vehicle-contracts/contract-model";
import { integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { enterpriseId, instant, tenantPolicy } from "../columns.ts";

/** A dealer group; its id is that of the organisation in the sign-in tables. */
export const enterprise = pgTable(
  "enterprise",
  {
    enterpriseId: enterpriseId(),
    name: text("name").notNull(),
    /** Of its settings, which follow. */
    version: integer("version").notNull().default(1),
    /** Groups of contract types, those that pay first in front; null: the usual order. */
    orderOfChoice: jsonb("order_of_choice").$type<ContractType[][]>(),
    /** For contracts that name none; null: the shipped one. */
    defaultRuleSet: jsonb("default_rule_set").$type<RefundRuleSetReference>(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [primaryKey({ name: "enterprise_pkey", columns: [t.enterpriseId] }), tenantPolicy("enterprise")],
);
