import type { FieldChange, RevisionAction, RevisionActor } from "@vehicle-contracts/contract-model";
import { foreignKey, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { enterpriseId, instant, tenantPolicy } from "../columns.ts";
import { contract } from "./contract.ts";

/** Append-only: the program may read and add, never change or remove. */
export const contractRevision = pgTable(
  "contract_revision",
  {
    enterpriseId: enterpriseId(),
    contractId: uuid("contract_id").notNull(),
    revision: integer("revision").notNull(),
    version: integer("version").notNull(),
    action: text("action").$type<RevisionAction>().notNull(),
    at: instant("at").notNull(),
    actor: jsonb("actor").$type<RevisionActor>().notNull(),
    correlationId: text("correlation_id").notNull(),
    reason: text("reason"),
    changes: jsonb("changes").$type<FieldChange[]>().notNull(),
    hash: text("hash").notNull(),
    previousHash: text("previous_hash"),
  },
  (t) => [
    primaryKey({ name: "contract_revision_pkey", columns: [t.enterpriseId, t.contractId, t.revision] }),
    foreignKey({
      name: "contract_revision_contract_fk",
      columns: [t.enterpriseId, t.contractId],
      foreignColumns: [contract.enterpriseId, contract.contractId],
    }),
    tenantPolicy("contract_revision"),
  ],
);
