import type { ContractType, RevisionActor } from "@vehicle-contracts/contract-model";
import { sql } from "drizzle-orm";
import {
  foreignKey,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { binaryText, enterpriseId, instant, tenantPolicy } from "../columns.ts";
import { enterprise } from "./enterprise.ts";
import { provider } from "./provider.ts";

/** The catalogue: a plan is its versions, of which one at most is a draft. A released one never changes but in its state. */
export const contractPlanVersion = pgTable(
  "contract_plan_version",
  {
    enterpriseId: enterpriseId(),
    code: binaryText("code").notNull(),
    /** From 1 in each code, without gaps. */
    version: integer("version").notNull(),
    /** Counts the changes of the draft and of the state, for optimistic concurrency. */
    revision: integer("revision").notNull(),
    state: text("state").$type<"DRAFT" | "READY" | "RETIRED">().notNull(),
    name: text("name").notNull(),
    /** The name, folded; for sorting. */
    sortName: binaryText("sort_name").notNull(),
    type: text("type").$type<ContractType>().notNull(),
    providerId: uuid("provider_id").notNull(),
    terms: jsonb("terms").notNull(),
    createdBy: jsonb("created_by").$type<RevisionActor>().notNull(),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
    releasedAt: instant("released_at"),
    releasedBy: jsonb("released_by").$type<RevisionActor>(),
    retiredAt: instant("retired_at"),
    retiredBy: jsonb("retired_by").$type<RevisionActor>(),
  },
  (t) => [
    primaryKey({ name: "contract_plan_version_pkey", columns: [t.enterpriseId, t.code, t.version] }),
    foreignKey({
      name: "contract_plan_version_enterprise_fk",
      columns: [t.enterpriseId],
      foreignColumns: [enterprise.enterpriseId],
    }),
    foreignKey({
      name: "contract_plan_version_provider_fk",
      columns: [t.enterpriseId, t.providerId],
      foreignColumns: [provider.enterpriseId, provider.providerId],
    }),
    uniqueIndex("contract_plan_draft").on(t.enterpriseId, t.code).where(sql`state = 'DRAFT'`),
    tenantPolicy("contract_plan_version"),
  ],
);
