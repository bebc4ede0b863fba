import { foreignKey, index, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { enterpriseId, instant, tenantPolicy } from "../columns.ts";
import { enterprise } from "./enterprise.ts";

export const idempotencyRecord = pgTable(
  "idempotency_record",
  {
    enterpriseId: enterpriseId(),
    actorId: text("actor_id").notNull(),
    key: text("key").notNull(),
    /** SHA-256 over procedure and input. */
    fingerprint: text("fingerprint").notNull(),
    /** What the first call answered; null only inside its own transaction. */
    answer: jsonb("answer"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "idempotency_record_pkey", columns: [t.enterpriseId, t.actorId, t.key] }),
    foreignKey({
      name: "idempotency_record_enterprise_fk",
      columns: [t.enterpriseId],
      foreignColumns: [enterprise.enterpriseId],
    }),
    index("idempotency_record_by_created").on(t.enterpriseId, t.createdAt),
    tenantPolicy("idempotency_record"),
  ],
);
