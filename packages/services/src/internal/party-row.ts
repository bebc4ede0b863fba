import type { Party } from "@vehicle-contracts/contract-model";
import { party, prepared, type TenantTx } from "@vehicle-contracts/database";
import { and, eq, sql } from "drizzle-orm";
import { notFound } from "../service-error.ts";

export const toParty = (row: typeof party.$inferSelect): Party => ({
  partyId: row.partyId,
  version: row.version,
  kind: row.kind,
  givenName: row.givenName,
  familyName: row.familyName,
  companyName: row.companyName,
  name: row.name,
  email: row.email,
  phone: row.phone,
  addresses: row.addresses,
  consent: row.consent,
  consentRecord: row.consentRecord,
  createdAt: row.createdAt,
  updatedAt: row.updatedAt,
});

const byId = prepared("party_by_id", (db) =>
  db
    .select()
    .from(party)
    .where(
      and(
        eq(party.enterpriseId, sql.placeholder("enterpriseId")),
        eq(party.partyId, sql.placeholder("partyId")),
      ),
    ),
);

/** The party; throws NOT_FOUND. */
export async function partyAt(tx: TenantTx, partyId: string): Promise<Party> {
  const [row] = await byId(tx, { partyId });
  if (!row) throw notFound("party");
  return toParty(row);
}
