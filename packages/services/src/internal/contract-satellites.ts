import type { WrittenFields } from "@vehicle-contracts/contract-rules";
import {
  contractParty,
  contractReference,
  prepared,
  preparedInsertAll,
  type TenantTx,
} from "@vehicle-contracts/database";
import { and, eq, sql } from "drizzle-orm";
import { numberTerms, replaceTerms, termKind } from "./search-terms.ts";

/** The rows of parties and references beside a contract's own. */
export const satelliteRows = (
  enterpriseId: string,
  contractId: string,
  { parties, origin }: Pick<WrittenFields, "parties" | "origin">,
) => ({
  parties: parties.map(({ role, partyId, from, to }, ordinal) => ({
    ...{ enterpriseId, contractId, ordinal, role, partyId },
    fromDate: from,
    toDate: to,
  })),
  references: origin.externalReferences.map(({ system, id }, ordinal) => ({
    ...{ enterpriseId, contractId, ordinal, system },
    externalId: id,
  })),
});

const ofContract = (table: typeof contractParty | typeof contractReference) =>
  and(
    eq(table.enterpriseId, sql.placeholder("enterpriseId")),
    eq(table.contractId, sql.placeholder("contractId")),
  );
const deleteParties = prepared("delete_contract_parties", (db) =>
  db.delete(contractParty).where(ofContract(contractParty)),
);
const deleteReferences = prepared("delete_contract_references", (db) =>
  db.delete(contractReference).where(ofContract(contractReference)),
);
const insertParties = preparedInsertAll("insert_contract_parties", contractParty);
const insertReferences = preparedInsertAll("insert_contract_references", contractReference);

const differ = (before: unknown, after: unknown) => JSON.stringify(before ?? []) !== JSON.stringify(after);

/**
 * Makes parties, references and search terms those of the record; only what differs from `before` is written. All of it
 * leaves at once.
 */
export async function writeSatellites(
  tx: TenantTx,
  contractId: string,
  before: WrittenFields | null,
  after: WrittenFields,
): Promise<void> {
  const { parties, references } = satelliteRows(tx.enterpriseId, contractId, after);
  const reparty = differ(before?.parties, after.parties);
  const rereference = differ(before?.origin.externalReferences, after.origin.externalReferences);
  const renumbered = (before?.contractNumber ?? null) !== after.contractNumber;
  await Promise.all([
    before && reparty && deleteParties(tx, { contractId }),
    reparty && parties.length > 0 && insertParties(tx, parties),
    before && rereference && deleteReferences(tx, { contractId }),
    rereference && references.length > 0 && insertReferences(tx, references),
    renumbered &&
      replaceTerms(
        tx,
        contractId,
        [termKind.number],
        numberTerms(before?.contractNumber ?? null),
        numberTerms(after.contractNumber),
      ),
  ]);
}
