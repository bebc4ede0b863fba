import { writtenFields } from "@vehicle-contracts/contract-rules";
import {
  contract,
  contractParty,
  contractPlanVersion,
  contractReference,
  contractRevision,
  contractUsage,
  hoursReading,
  odometerReading,
  party,
  provider,
  refundQuote,
  searchTerm,
  store,
  type TenantTx,
  vehicle,
} from "@vehicle-contracts/database";
import { and, eq, type SQL, sql } from "drizzle-orm";
import { consentRecordAfter, noConsent } from "../internal/consent-record.ts";
import { contractColumns } from "../internal/contract-columns.ts";
import { lastHolder } from "../internal/contract-parties.ts";
import { satelliteRows } from "../internal/contract-satellites.ts";
import { sortNameOf } from "../internal/folding.ts";
import { partyFields } from "../internal/party-fields.ts";
import { numberTerms, partyTerms, storedTerm, type Term, vehicleTerms } from "../internal/search-terms.ts";
import type { VehicleRow } from "../internal/vehicle-row.ts";
import { groundOf } from "./ground.ts";
import { inChunks } from "./in-chunks.ts";
import { planRow } from "./plan-row.ts";
import type { Register, RegisterParty } from "./register.ts";
import { tellContract } from "./tell-contract.ts";
import type { Told } from "./told.ts";
import { readingRows, vehicleRow } from "./vehicle-rows.ts";

/**
 * Writes a register as a whole into the transaction's enterprise, in the shapes that the verbs leave behind: histories
 * with their hash chain, ledgers and refund quotes, search terms, latest readings, what lists derive. For demonstrations
 * and takeovers, where one call a record would take too long: nobody is asked for a role, and ids are the caller's. Throws
 * RULE_BROKEN for what the rules refuse; what must be unique is left to the database.
 */
export async function insertRegister(tx: TenantTx, register: Register): Promise<void> {
  const { enterpriseId } = tx;
  const vehicles = new Map(
    register.vehicles.map((given) => [given.vehicleId, vehicleRow(enterpriseId, given)]),
  );
  const parties = new Map(register.parties.map((given) => [given.partyId, partyRow(enterpriseId, given)]));
  await writeHouse(tx, register);
  const ground = await groundOf(tx, register);
  const told = register.contracts.map((given) => tellContract(enterpriseId, given, ground));
  const rows = told.map((each) => contractRow(enterpriseId, each, vehicles, parties));
  await inChunks([...parties.values()], (chunk) => tx.insert(party).values(chunk));
  await writeVehicles(tx, register, [...vehicles.values()]);
  await inChunks(rows, (chunk) => tx.insert(contract).values(chunk));
  await writeBesideContracts(tx, told);
  await inChunks(
    [
      ...[...vehicles.values()].flatMap((row) => termRows(enterpriseId, row.vehicleId, vehicleTerms(row))),
      ...[...parties.values()].flatMap((row) => termRows(enterpriseId, row.partyId, partyTerms(row))),
      ...rows.flatMap((row) => termRows(enterpriseId, row.contractId, numberTerms(row.contractNumber))),
    ],
    (chunk) => tx.insert(searchTerm).values(chunk).onConflictDoNothing(),
  );
}

/** The group's own: stores, providers, plans. */
async function writeHouse(tx: TenantTx, { stores, providers, plans }: Register): Promise<void> {
  const { enterpriseId } = tx;
  await inChunks(
    stores.map(({ storeId, createdAt, store: given }) => ({
      ...given,
      ...{ enterpriseId, storeId, version: 1, createdAt, updatedAt: createdAt },
      vinPolicy: given.vinPolicy ?? ("strict" as const),
      system: given.system ?? ("NATIVE" as const),
    })),
    (chunk) => tx.insert(store).values(chunk),
  );
  await inChunks(
    providers.map(({ providerId, createdAt, provider: given }) => ({
      ...given,
      sortName: sortNameOf(given.name) || given.name,
      ...{ enterpriseId, providerId, version: 1, createdAt, updatedAt: createdAt },
    })),
    (chunk) => tx.insert(provider).values(chunk),
  );
  await inChunks(
    (plans ?? []).map((given) => planRow(enterpriseId, given)),
    (chunk) => tx.insert(contractPlanVersion).values(chunk),
  );
}

async function writeVehicles(
  tx: TenantTx,
  register: Register,
  rows: (typeof vehicle.$inferInsert)[],
): Promise<void> {
  const { enterpriseId } = tx;
  await inChunks(rows, (chunk) => tx.insert(vehicle).values(chunk));
  await inChunks(
    register.vehicles.flatMap((given) => readingRows(enterpriseId, given.vehicleId, given.odometer)),
    (chunk) => tx.insert(odometerReading).values(chunk),
  );
  await inChunks(
    register.vehicles.flatMap((given) => readingRows(enterpriseId, given.vehicleId, given.hours)),
    (chunk) => tx.insert(hoursReading).values(chunk),
  );
}

/** Everything that hangs on contracts which are written. */
async function writeBesideContracts(tx: TenantTx, told: readonly Told[]): Promise<void> {
  const satellites = told.map(({ contract: { contractId, ...record } }) =>
    satelliteRows(tx.enterpriseId, contractId, record),
  );
  await inChunks(
    told.flatMap(({ contract: { contractId, successorId } }) =>
      successorId === null ? [] : [sql`(${contractId}::uuid, ${successorId}::uuid)`],
    ),
    (chunk) => linkSuccessors(tx, chunk),
  );
  await inChunks(
    satellites.flatMap((each) => each.parties),
    (chunk) => tx.insert(contractParty).values(chunk),
  );
  await inChunks(
    satellites.flatMap((each) => each.references),
    (chunk) => tx.insert(contractReference).values(chunk),
  );
  await inChunks(
    told.flatMap(({ revisions }) => revisions),
    (chunk) => tx.insert(contractRevision).values(chunk),
  );
  // An entry stands before the one that takes it back.
  await inChunks(
    told.flatMap(({ ledger }) => ledger),
    (chunk) => tx.insert(contractUsage).values(chunk),
  );
  await inChunks(
    told.flatMap(({ quotes }) => quotes),
    (chunk) => tx.insert(refundQuote).values(chunk),
  );
}

function contractRow(
  enterpriseId: string,
  { contract: whole, used }: Told,
  vehicles: ReadonlyMap<string, VehicleRow>,
  parties: ReadonlyMap<string, typeof party.$inferSelect>,
) {
  const { contractId, version, status, predecessorId, cancellation, createdAt, updatedAt } = whole;
  const covered = vehicles.get(whole.vehicleId);
  if (!covered) throw new Error(`Contract ${contractId} names a vehicle that is not in the register.`);
  const stranger = whole.parties.find(({ partyId }) => !parties.has(partyId));
  if (stranger)
    throw new Error(`Contract ${contractId} names the party ${stranger.partyId}, not in the register.`);
  const holder = parties.get(lastHolder(whole.parties)?.partyId ?? "") ?? null;
  return {
    ...contractColumns(writtenFields(whole), covered, holder),
    ...{ enterpriseId, contractId, version, status, used },
    // A successor is named once it is there.
    ...{ predecessorId, successorId: null, cancellation, createdAt, updatedAt },
  };
}

function partyRow(
  enterpriseId: string,
  { partyId, createdAt, party: given, consent }: RegisterParty,
): typeof party.$inferSelect {
  const fields = partyFields(given);
  return {
    ...fields,
    consentRecord: consent
      ? consentRecordAfter(noConsent, fields.consent, { at: createdAt, ...consent })
      : noConsent.consentRecord,
    ...{ enterpriseId, partyId, version: 1, createdAt, updatedAt: createdAt },
  };
}

const termRows = (enterpriseId: string, target: string, terms: readonly Term[]) =>
  terms.map((term) => ({ enterpriseId, target, ...storedTerm(term) }));

/** A successor is named once it is there: it comes after its predecessor. */
const linkSuccessors = (tx: TenantTx, pairs: SQL[]) =>
  tx
    .update(contract)
    .set({ successorId: sql`link.successor_id` })
    .from(sql`(values ${sql.join(pairs, sql`, `)}) as link (contract_id, successor_id)`)
    .where(and(eq(contract.enterpriseId, tx.enterpriseId), sql`${contract.contractId} = link.contract_id`));
