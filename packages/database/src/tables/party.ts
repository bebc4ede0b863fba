import type { Party, PartyKind } from "@vehicle-contracts/contract-model";
import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { binaryText, enterpriseId, instant, tenantPolicy } from "../columns.ts";
import { enterprise } from "./enterprise.ts";

export const party = pgTable(
  "party",
  {
    enterpriseId: enterpriseId(),
    partyId: uuid("party_id").notNull(),
    version: integer("version").notNull(),
    kind: text("kind").$type<PartyKind>().notNull(),
    givenName: text("given_name"),
    familyName: text("family_name"),
    companyName: text("company_name"),
    name: text("name").notNull(),
    /** Family name first, folded; for sorting. */
    sortName: binaryText("sort_name").notNull(),
    email: text("email"),
    phone: text("phone"),
    addresses: jsonb("addresses").$type<Party["addresses"]>().notNull(),
    consent: jsonb("consent").$type<Party["consent"]>().notNull(),
    consentRecord: jsonb("consent_record")
      .$type<Party["consentRecord"]>()
      .notNull()
      .default({ email: null, phone: null, text: null, post: null }),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "party_pkey", columns: [t.enterpriseId, t.partyId] }),
    foreignKey({
      name: "party_enterprise_fk",
      columns: [t.enterpriseId],
      foreignColumns: [enterprise.enterpriseId],
    }),
    index("party_by_name").on(t.enterpriseId, t.sortName, t.partyId),
    index("party_by_created").on(t.enterpriseId, t.createdAt, t.partyId),
    tenantPolicy("party"),
  ],
);
