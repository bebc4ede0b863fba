import { foreignKey, index, pgTable, primaryKey, smallint, uuid } from "drizzle-orm/pg-core";
import { binaryText, enterpriseId, tenantPolicy } from "../columns.ts";
import { enterprise } from "./enterprise.ts";

/** What a search term points to: `kind` 1 VIN suffix, 2 plate suffix (vehicle), 3 word of a name (party), 4 part of a number (contract). */
export const searchTerm = pgTable(
  "search_term",
  {
    enterpriseId: enterpriseId(),
    kind: smallint("kind").notNull(),
    term: binaryText("term").notNull(),
    target: uuid("target").notNull(),
  },
  (t) => [
    primaryKey({ name: "search_term_pkey", columns: [t.enterpriseId, t.kind, t.term, t.target] }),
    foreignKey({
      name: "search_term_enterprise_fk",
      columns: [t.enterpriseId],
      foreignColumns: [enterprise.enterpriseId],
    }),
    index("search_term_of_target").on(t.enterpriseId, t.target),
    tenantPolicy("search_term"),
  ],
);
