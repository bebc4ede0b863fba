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
  type TenantTx,
} from "@vehicle-contracts/database";
import { and, eq, inArray, ne } from "drizzle-orm";
import { duplicate, notFound } from "../service-error.ts";
import { claim } from "./claim.ts";
import { foldPlate } from "./folding.ts";
import { providerAt } from "./provider-row.ts";
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

/**
 * Looks up what the record names and takes what must be unique. Throws NOT_FOUND (with the path of the id) and
 * DUPLICATE (number of the provider, external reference). Holds the holder's row, whose name the contract copies.
 */
export async function settleReferences(
  tx: TenantTx,
  record: WrittenFields,
  contractId: string,
  before: WrittenFields | null,
): Promise<Holder> {
  if (record.providerId !== null) await providerAt(tx, record.providerId, "providerId");
  const holder = await settleParties(tx, record.parties);
  const numbered = record.contractNumber !== null && record.providerId !== null;
  const renumbered =
    numbered && (before?.contractNumber !== record.contractNumber || before.providerId !== record.providerId);
  const had = new Set(before?.origin.externalReferences.map(referenceName));
  const added = record.origin.externalReferences
    .map((reference, index) => ({ reference, index }))
    .filter(({ reference }) => !had.has(referenceName(reference)));
  await claim(
    tx,
    ...(renumbered ? [["contract number", record.providerId ?? "", record.contractNumber ?? ""]] : []),
    ...added.map(({ reference }) => ["external reference", reference.system, reference.id]),
  );
  if (renumbered) await refuseTakenNumber(tx, record, contractId);
  for (const { reference, index } of added) await refuseTakenReference(tx, reference, index, contractId);
  return holder;
}

const referenceName = ({ system, id }: ExternalReference) => `${system}\n${id}`;

async function settleParties(tx: TenantTx, parties: readonly ContractParty[]): Promise<Holder> {
  if (parties.length === 0) return null;
  const rows = await tx
    .select({ partyId: party.partyId, name: party.name, sortName: party.sortName })
    .from(party)
    .where(
      and(
        eq(party.enterpriseId, tx.enterpriseId),
        inArray(party.partyId, [...new Set(parties.map((entry) => entry.partyId))]),
      ),
    )
    .orderBy(party.partyId)
    .for("share");
  const found = new Map(rows.map((row) => [row.partyId, row]));
  const missing = parties.findIndex((entry) => !found.has(entry.partyId));
  if (missing >= 0) throw notFound("party", `parties.${missing}.partyId`);
  const holder = lastHolder(parties);
  return (holder && found.get(holder.partyId)) ?? null;
}

async function refuseTakenNumber(tx: TenantTx, record: WrittenFields, contractId: string): Promise<void> {
  const [other] = await tx
    .select({ contractId: contract.contractId })
    .from(contract)
    .where(
      and(
        eq(contract.enterpriseId, tx.enterpriseId),
        eq(contract.providerId, record.providerId ?? ""),
        eq(contract.contractNumber, record.contractNumber ?? ""),
        ne(contract.contractId, contractId),
      ),
    );
  if (other)
    throw duplicate(other.contractId, {
      path: "contractNumber",
      code: "DUPLICATE",
      message: `This provider has a contract of the number ${record.contractNumber} already.`,
    });
}

async function refuseTakenReference(
  tx: TenantTx,
  reference: ExternalReference,
  index: number,
  contractId: string,
): Promise<void> {
  const [other] = await tx
    .select({ contractId: contractReference.contractId })
    .from(contractReference)
    .where(
      and(
        eq(contractReference.enterpriseId, tx.enterpriseId),
        eq(contractReference.system, reference.system),
        eq(contractReference.externalId, reference.id),
        ne(contractReference.contractId, contractId),
      ),
    );
  if (other)
    throw duplicate(other.contractId, {
      path: `origin.externalReferences.${index}.id`,
      code: "DUPLICATE",
      message: `Another contract has the id ${reference.id} of ${reference.system} already.`,
    });
}

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

/** Makes parties, references and search terms those of the record; only what differs from `before` is written. */
export async function writeSatellites(
  tx: TenantTx,
  contractId: string,
  before: WrittenFields | null,
  after: WrittenFields,
): Promise<void> {
  const enterpriseId = tx.enterpriseId;
  const rows = satelliteRows(enterpriseId, contractId, after);
  if (JSON.stringify(before?.parties ?? []) !== JSON.stringify(after.parties)) {
    if (before)
      await tx
        .delete(contractParty)
        .where(and(eq(contractParty.enterpriseId, enterpriseId), eq(contractParty.contractId, contractId)));
    if (after.parties.length > 0) await tx.insert(contractParty).values(rows.parties);
  }
  const references = after.origin.externalReferences;
  if (JSON.stringify(before?.origin.externalReferences ?? []) !== JSON.stringify(references)) {
    if (before)
      await tx
        .delete(contractReference)
        .where(
          and(eq(contractReference.enterpriseId, enterpriseId), eq(contractReference.contractId, contractId)),
        );
    if (references.length > 0) await tx.insert(contractReference).values(rows.references);
  }
  if ((before?.contractNumber ?? null) !== after.contractNumber)
    await replaceTerms(
      tx,
      contractId,
      [termKind.number],
      numberTerms(before?.contractNumber ?? null),
      numberTerms(after.contractNumber),
    );
}
