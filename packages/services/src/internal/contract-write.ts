import type { ContractParty, ExternalReference } from "@vehicle-contracts/contract-model";
import {
  endInMillimetres,
  type LatestReadings,
  pastLimit,
  type WrittenFields,
} from "@vehicle-contracts/contract-rules";
import {
  contract,
  contractParty,
  contractReference,
  party,
  prepared,
  preparedInsertAll,
  type TenantTx,
} from "@vehicle-contracts/database";
import { and, eq, ne, sql } from "drizzle-orm";
import { duplicate, notFound } from "../service-error.ts";
import { arrayText } from "./array-text.ts";
import { claim } from "./claim.ts";
import { foldPlate } from "./folding.ts";
import { numberTerms, replaceTerms, rowWords, termKind } from "./search-terms.ts";
import type { VehicleRow } from "./vehicle-row.ts";

/** The holder named last: the one whose interval begins last, of several the one listed last. */
export const lastHolder = (parties: readonly ContractParty[]): ContractParty | undefined =>
  parties
    .filter((entry) => entry.role === "HOLDER")
    .reduce<ContractParty | undefined>(
      (last, entry) => (last === undefined || (entry.from ?? "") >= (last.from ?? "") ? entry : last),
      undefined,
    );

/** The vehicle's latest readings, as the rules take them. */
export const latestReadings = (
  vehicle: Pick<VehicleRow, "odometerValue" | "odometerUnit" | "hoursValue">,
): LatestReadings => ({
  latestOdometer:
    vehicle.odometerValue !== null && vehicle.odometerUnit !== null
      ? { value: vehicle.odometerValue, unit: vehicle.odometerUnit }
      : null,
  latestHours: vehicle.hoursValue,
});

/** What a contract's row copies from its vehicle, for sorting and search. */
export const vehicleCopies = (vehicle: Pick<VehicleRow, "vin" | "licensePlate" | "sortName">) => ({
  vin: vehicle.vin,
  plateFolded: vehicle.licensePlate === null ? null : foldPlate(vehicle.licensePlate),
  vehicleSort: vehicle.sortName,
});

type Holder = { partyId: string; name: string; sortName: string } | null;

/** The columns of a contract's row, derived ones included. */
export function contractColumns(record: WrittenFields, vehicle: VehicleRow, holder: Holder) {
  const { plan, origin, parties: _parties, ...own } = record;
  return {
    ...own,
    planCode: plan?.code ?? null,
    planVersion: plan?.version ?? null,
    sourceSystem: origin.sourceSystem,
    holderId: holder?.partyId ?? null,
    holderSort: holder?.sortName ?? null,
    ...vehicleCopies(vehicle),
    words: rowWords(holder?.name ?? null, record.contractNumber),
    endOdometerMm: endInMillimetres(record.distance),
    endHours: record.engineHours.kind === "limited" ? record.engineHours.endHours : null,
    pastLimit: pastLimit(record, latestReadings(vehicle)),
  };
}

const ofTenant = eq(party.enterpriseId, sql.placeholder("enterpriseId"));
const named = { partyId: party.partyId, name: party.name, sortName: party.sortName };
const partiesByIds = prepared("parties_shared", (db) =>
  db
    .select(named)
    .from(party)
    .where(and(ofTenant, sql`${party.partyId} = any(${sql.placeholder("partyIds")}::uuid[])`))
    .orderBy(party.partyId)
    .for("share"),
);
const partiesOfContract = prepared("parties_of_contract_shared", (db) =>
  db
    .select(named)
    .from(party)
    .where(
      and(
        ofTenant,
        sql`${party.partyId} in (select p.party_id from contract_party p
          where p.enterprise_id = ${sql.placeholder("enterpriseId")} and p.contract_id = ${sql.placeholder("contractId")})`,
      ),
    )
    .orderBy(party.partyId)
    .for("share"),
);

type NamedParty = { partyId: string; name: string; sortName: string };

/** Parties that a contract names, held to the end of the transaction, since the contract copies the holder's name. */
export const sharedParties = (
  tx: TenantTx,
  parties: readonly Pick<ContractParty, "partyId">[],
): Promise<NamedParty[]> =>
  partiesByIds(tx, { partyIds: arrayText([...new Set(parties.map(({ partyId }) => partyId))]) });

/** The same, of a contract that is there. */
export const sharedPartiesOf = (tx: TenantTx, contractId: string): Promise<NamedParty[]> =>
  partiesOfContract(tx, { contractId });

/** The holder named last. Throws NOT_FOUND, with the path, for a party that is not among those found. */
export function holderAmong(found: readonly NamedParty[], parties: readonly ContractParty[]): Holder {
  const byId = new Map(found.map((row) => [row.partyId, row]));
  const missing = parties.findIndex((entry) => !byId.has(entry.partyId));
  if (missing >= 0) throw notFound("party", `parties.${missing}.partyId`);
  const holder = lastHolder(parties);
  return (holder && byId.get(holder.partyId)) ?? null;
}

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
