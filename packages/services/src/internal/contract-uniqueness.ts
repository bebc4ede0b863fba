import type { ExternalReference } from "@vehicle-contracts/contract-model";
import type { WrittenFields } from "@vehicle-contracts/contract-rules";
import { contract, contractReference, prepared, type TenantTx } from "@vehicle-contracts/database";
import { and, eq, ne, sql } from "drizzle-orm";
import { duplicate } from "../service-error.ts";
import { claim } from "./claim.ts";

const takenNumber = prepared("contract_of_number", (db) =>
  db
    .select({ contractId: contract.contractId })
    .from(contract)
    .where(
      and(
        eq(contract.enterpriseId, sql.placeholder("enterpriseId")),
        eq(contract.providerId, sql.placeholder("providerId")),
        eq(contract.contractNumber, sql.placeholder("contractNumber")),
        ne(contract.contractId, sql.placeholder("contractId")),
      ),
    ),
);
const takenReference = prepared("contract_of_reference", (db) =>
  db
    .select({ contractId: contractReference.contractId })
    .from(contractReference)
    .where(
      and(
        eq(contractReference.enterpriseId, sql.placeholder("enterpriseId")),
        eq(contractReference.system, sql.placeholder("system")),
        eq(contractReference.externalId, sql.placeholder("externalId")),
        ne(contractReference.contractId, sql.placeholder("contractId")),
      ),
    ),
);

const referenceName = ({ system, id }: ExternalReference) => `${system}\n${id}`;

/**
 * Takes what must be unique of a record and `before` did not have: its number at the provider, its external references.
 * Answers what refuses it: throws DUPLICATE where another contract has one of them.
 */
export async function claimUnique(
  tx: TenantTx,
  record: WrittenFields,
  contractId: string,
  before: WrittenFields | null,
): Promise<() => void> {
  const { contractNumber, providerId } = record;
  const renumbered =
    contractNumber !== null &&
    providerId !== null &&
    (before?.contractNumber !== contractNumber || before.providerId !== providerId);
  const had = new Set(before?.origin.externalReferences.map(referenceName));
  const added = record.origin.externalReferences
    .map((reference, index) => ({ reference, index }))
    .filter(({ reference }) => !had.has(referenceName(reference)));
  // Looked for in the flight that takes them, which is after whoever took them before.
  const [, numbered, referenced] = await Promise.all([
    claim(
      tx,
      ...(renumbered ? [["contract number", providerId, contractNumber]] : []),
      ...added.map(({ reference }) => ["external reference", reference.system, reference.id]),
    ),
    renumbered ? takenNumber(tx, { providerId, contractNumber, contractId }) : [],
    Promise.all(
      added.map(({ reference: { system, id } }) =>
        takenReference(tx, { system, externalId: id, contractId }),
      ),
    ),
  ]);
  return () => {
    const [numberedSo] = numbered;
    if (numberedSo) throw numberTaken(numberedSo.contractId, contractNumber);
    for (const [at, { reference, index }] of added.entries()) {
      const other = referenced[at]?.[0];
      if (other) throw referenceTaken(other.contractId, reference, index);
    }
  };
}

const numberTaken = (other: string, contractNumber: string | null) =>
  duplicate(other, {
    path: "contractNumber",
    code: "DUPLICATE",
    message: `This provider has a contract of the number ${contractNumber} already.`,
  });

const referenceTaken = (other: string, { system, id }: ExternalReference, index: number) =>
  duplicate(other, {
    path: `origin.externalReferences.${index}.id`,
    code: "DUPLICATE",
    message: `Another contract has the id ${id} of ${system} already.`,
  });
