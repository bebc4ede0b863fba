import type { Money, RevisionActor } from "@vehicle-contracts/contract-model";
import { sql } from "drizzle-orm";
import {
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { enterpriseId, instant, tenantPolicy } from "../columns.ts";
import { contract } from "./contract.ts";
import { party } from "./party.ts";

/** A transfer asked for under ON_REQUEST: one open at a time of each contract, decided once. */
export const contractTransfer = pgTable(
  "contract_transfer",
  {
    enterpriseId: enterpriseId(),
    requestId: uuid("request_id").notNull(),
    contractId: uuid("contract_id").notNull(),
    contractVersion: integer("contract_version").notNull(),
    state: text("state").$type<"REQUESTED" | "APPROVED" | "REFUSED">().notNull(),
    /** First day of the new holder. */
    date: date("date", { mode: "string" }).notNull(),
    fromPartyId: uuid("from_party_id").notNull(),
    toPartyId: uuid("to_party_id").notNull(),
    fee: jsonb("fee").$type<Money>(),
    requestedBy: jsonb("requested_by").$type<RevisionActor>().notNull(),
    requestedAt: instant("requested_at").notNull(),
    decidedBy: jsonb("decided_by").$type<RevisionActor>(),
    decidedAt: instant("decided_at"),
    /** Of a refusal. */
    reason: text("reason"),
  },
  (t) => [
    primaryKey({ name: "contract_transfer_pkey", columns: [t.enterpriseId, t.requestId] }),
    foreignKey({
      name: "contract_transfer_contract_fk",
      columns: [t.enterpriseId, t.contractId],
      foreignColumns: [contract.enterpriseId, contract.contractId],
    }),
    foreignKey({
      name: "contract_transfer_from_fk",
      columns: [t.enterpriseId, t.fromPartyId],
      foreignColumns: [party.enterpriseId, party.partyId],
    }),
    foreignKey({
      name: "contract_transfer_to_fk",
      columns: [t.enterpriseId, t.toPartyId],
      foreignColumns: [party.enterpriseId, party.partyId],
    }),
    uniqueIndex("contract_transfer_open").on(t.enterpriseId, t.contractId).where(sql`state = 'REQUESTED'`),
    index("contract_transfer_of_contract").on(t.enterpriseId, t.contractId, t.requestId),
    index("contract_transfer_by_state").on(t.enterpriseId, t.state, t.requestId),
    tenantPolicy("contract_transfer"),
  ],
);
