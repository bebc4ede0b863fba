import { foreignKey, index, pgTable, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";
import { enterpriseId, tenantPolicy } from "../columns.ts";
import { contract } from "./contract.ts";

/** The ids that other systems have for a contract: each once in the enterprise. */
export const contractReference = pgTable(
  "contract_reference",
  {
    enterpriseId: enterpriseId(),
    system: text("system").notNull(),
    externalId: text("external_id").notNull(),
    contractId: uuid("contract_id").notNull(),
    ordinal: smallint("ordinal").notNull(),
  },
  (t) => [
    primaryKey({ name: "contract_reference_pkey", columns: [t.enterpriseId, t.system, t.externalId] }),
    foreignKey({
      name: "contract_reference_contract_fk",
      columns: [t.enterpriseId, t.contractId],
      foreignColumns: [contract.enterpriseId, contract.contractId],
    }),
    index("contract_reference_of_contract").on(t.enterpriseId, t.contractId),
    tenantPolicy("contract_reference"),
  ],
);
