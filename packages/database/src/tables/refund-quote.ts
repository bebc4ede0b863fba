import type { Money, RefundInputs, RefundStep, RevisionActor } from "@vehicle-contracts/contract-model";
import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { enterpriseId, instant, tenantPolicy } from "../columns.ts";
import { contract } from "./contract.ts";

/** What a cancellation would give back: its inputs frozen, each step, and the result. Only its acceptance is added later. */
export const refundQuote = pgTable(
  "refund_quote",
  {
    enterpriseId: enterpriseId(),
    quoteId: uuid("quote_id").notNull(),
    contractId: uuid("contract_id").notNull(),
    contractVersion: integer("contract_version").notNull(),
    inputs: jsonb("inputs").$type<RefundInputs>().notNull(),
    steps: jsonb("steps").$type<RefundStep[]>().notNull(),
    refund: jsonb("refund").$type<Money>().notNull(),
    /** SHA-256, hexadecimal, over all that the refund rests on: what is compared before it is accepted. */
    basis: text("basis").notNull(),
    /** The last instant at which it can be accepted (inclusive). */
    validUntil: instant("valid_until").notNull(),
    quotedBy: jsonb("quoted_by").$type<RevisionActor>().notNull(),
    quotedAt: instant("quoted_at").notNull(),
    acceptedBy: jsonb("accepted_by").$type<RevisionActor>(),
    acceptedAt: instant("accepted_at"),
  },
  (t) => [
    primaryKey({ name: "refund_quote_pkey", columns: [t.enterpriseId, t.quoteId] }),
    foreignKey({
      name: "refund_quote_contract_fk",
      columns: [t.enterpriseId, t.contractId],
      foreignColumns: [contract.enterpriseId, contract.contractId],
    }),
    index("refund_quote_of_contract").on(t.enterpriseId, t.contractId, t.quoteId),
    tenantPolicy("refund_quote"),
  ],
);
