import type { DistanceUnit, RevisionActor } from "@vehicle-contracts/contract-model";
import {
  bigint,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { enterpriseId, instant, tenantPolicy } from "../columns.ts";
import { contract } from "./contract.ts";

/**
 * The ledger of what contracts have provided or paid. Append-only: an entry is taken back by another that names it, once
 * (`contract_usage_reversed_once`), and has that entry's kind, code and figures again.
 */
export const contractUsage = pgTable(
  "contract_usage",
  {
    enterpriseId: enterpriseId(),
    contractId: uuid("contract_id").notNull(),
    usageId: uuid("usage_id").notNull(),
    kind: text("kind").$type<"ALLOWANCE" | "AMOUNT">().notNull(),
    /** Of the allowance, or of the coverage line. */
    code: text("code").notNull(),
    /** Units of an allowance; null for an amount. */
    quantity: integer("quantity"),
    /** Minor units; null for an allowance. */
    amountMinor: bigint("amount_minor", { mode: "number" }),
    currency: text("currency"),
    /** Day of the job, in the store's calendar. */
    date: date("date", { mode: "string" }).notNull(),
    odometerValue: integer("odometer_value"),
    odometerUnit: text("odometer_unit").$type<DistanceUnit>(),
    repairOrder: text("repair_order"),
    job: text("job"),
    /** The entry that this one takes back. */
    reverses: uuid("reverses"),
    reason: text("reason"),
    recordedBy: jsonb("recorded_by").$type<RevisionActor>().notNull(),
    recordedAt: instant("recorded_at").notNull(),
    correlationId: text("correlation_id").notNull(),
  },
  (t) => [
    primaryKey({ name: "contract_usage_pkey", columns: [t.enterpriseId, t.usageId] }),
    unique("contract_usage_reversed_once").on(t.enterpriseId, t.reverses),
    foreignKey({
      name: "contract_usage_contract_fk",
      columns: [t.enterpriseId, t.contractId],
      foreignColumns: [contract.enterpriseId, contract.contractId],
    }),
    foreignKey({
      name: "contract_usage_reverses_fk",
      columns: [t.enterpriseId, t.reverses],
      foreignColumns: [t.enterpriseId, t.usageId],
    }),
    index("contract_usage_of_contract").on(t.enterpriseId, t.contractId, t.usageId),
    tenantPolicy("contract_usage"),
  ],
);
