import type { PartyRole } from "@vehicle-contracts/contract-model";
import { date, foreignKey, index, pgTable, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";
import { enterpriseId, tenantPolicy } from "../columns.ts";
import { contract } from "./contract.ts";
import { party } from "./party.ts";

export const contractParty = pgTable(
  "contract_party",
  {
    enterpriseId: enterpriseId(),
    contractId: uuid("contract_id").notNull(),
    /** From 0, in the order given. */
    ordinal: smallint("ordinal").notNull(),
    role: text("role").$type<PartyRole>().notNull(),
    partyId: uuid("party_id").notNull(),
    fromDate: date("from_date", { mode: "string" }),
    toDate: date("to_date", { mode: "string" }),
  },
  (t) => [
    primaryKey({ name: "contract_party_pkey", columns: [t.enterpriseId, t.contractId, t.ordinal] }),
    foreignKey({
      name: "contract_party_contract_fk",
      columns: [t.enterpriseId, t.contractId],
      foreignColumns: [contract.enterpriseId, contract.contractId],
    }),
    foreignKey({
      name: "contract_party_party_fk",
      columns: [t.enterpriseId, t.partyId],
      foreignColumns: [party.enterpriseId, party.partyId],
    }),
    index("contract_party_by_party").on(t.enterpriseId, t.partyId, t.contractId),
    tenantPolicy("contract_party"),
  ],
);
