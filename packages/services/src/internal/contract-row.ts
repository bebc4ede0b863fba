import type {
  Contract,
  ContractParty,
  ContractRead,
  ExternalReference,
} from "@vehicle-contracts/contract-model";
import { effectiveStatus, remainingOf } from "@vehicle-contracts/contract-rules";
import { todayIn } from "@vehicle-contracts/contract-rules/temporal";
import {
  contract,
  party,
  prepared,
  provider,
  type Statements,
  store,
  type TenantTx,
  vehicle,
} from "@vehicle-contracts/database";
import { and, eq, getTableColumns, type Placeholder, type SQL, sql } from "drizzle-orm";
import { type Actor, requireAnyStore } from "../actor.ts";
import { notFound } from "../service-error.ts";
import { arrayText } from "./array-text.ts";

const parties = sql<ContractParty[]>`(
  select coalesce(json_agg(json_build_object('role', p.role, 'partyId', p.party_id, 'from', p.from_date, 'to', p.to_date) order by p.ordinal), '[]')
  from contract_party p where p.enterprise_id = ${contract.enterpriseId} and p.contract_id = ${contract.contractId})`;

const externalReferences = sql<ExternalReference[]>`(
  select coalesce(json_agg(json_build_object('system', r.system, 'id', r.external_id) order by r.ordinal), '[]')
  from contract_reference r where r.enterprise_id = ${contract.enterpriseId} and r.contract_id = ${contract.contractId})`;

/** Contracts with what they are read beside, whole: the statement that each question below goes on. */
const contracts = (db: Statements) =>
  db
    .select({
      contract: getTableColumns(contract),
      parties,
      externalReferences,
      vehicle: {
        vin: vehicle.vin,
        licensePlate: vehicle.licensePlate,
        make: vehicle.make,
        model: vehicle.model,
        variant: vehicle.variant,
        odometerValue: vehicle.odometerValue,
        odometerUnit: vehicle.odometerUnit,
        odometerDate: vehicle.odometerDate,
        hoursValue: vehicle.hoursValue,
        hoursDate: vehicle.hoursDate,
      },
      store: { name: store.name, timeZone: store.timeZone },
      providerName: provider.name,
      holderName: party.name,
    })
    .from(contract)
    .innerJoin(
      vehicle,
      and(eq(vehicle.enterpriseId, contract.enterpriseId), eq(vehicle.vehicleId, contract.vehicleId)),
    )
    .innerJoin(store, and(eq(store.enterpriseId, contract.enterpriseId), eq(store.storeId, contract.storeId)))
    .leftJoin(
      provider,
      and(eq(provider.enterpriseId, contract.enterpriseId), eq(provider.providerId, contract.providerId)),
    )
    .leftJoin(
      party,
      and(eq(party.enterpriseId, contract.enterpriseId), eq(party.partyId, contract.holderId)),
    );

const ofTenant = eq(contract.enterpriseId, sql.placeholder("enterpriseId"));

/** A question about contracts: `where` comes besides the tenant. Answers them whole, in the order of `sorted`. */
export function askForContracts(
  name: string,
  where: SQL | undefined,
  sorted?: { by: SQL; limit: Placeholder },
): (tx: TenantTx, values: Record<string, unknown>) => Promise<ContractRead[]> {
  const ask = prepared(name, (db) => {
    const asked = contracts(db).where(and(ofTenant, where));
    return sorted ? asked.orderBy(sorted.by).limit(sorted.limit) : asked;
  });
  return async (tx, values) => (await ask(tx, values)).map((row) => toContractRead(row, tx.startedAt));
}

const byId = askForContracts("contract_by_id", eq(contract.contractId, sql.placeholder("contractId")));
const byIds = askForContracts(
  "contracts_by_id",
  sql`${contract.contractId} = any(${sql.placeholder("contractIds")}::uuid[])`,
);

/** The contract, with what it is read beside; undefined where there is none of this id. */
export const contractById = async (tx: TenantTx, contractId: string): Promise<ContractRead | undefined> =>
  (await byId(tx, { contractId }))[0];

const there = prepared("contract_there", (db) =>
  db
    .select({ contractId: contract.contractId })
    .from(contract)
    .where(and(ofTenant, eq(contract.contractId, sql.placeholder("contractId")))),
);

/** Is there a contract of this id. */
export const contractThere = async (tx: TenantTx, contractId: string): Promise<boolean> =>
  (await there(tx, { contractId })).length > 0;

/** The contract, for an actor of any store. Throws NOT_FOUND, FORBIDDEN. */
export async function contractAt(tx: TenantTx, actor: Actor, contractId: string): Promise<ContractRead> {
  requireAnyStore(actor);
  const found = await contractById(tx, contractId);
  if (!found) throw notFound("contract");
  return found;
}

/** Contracts by id, in no order; those that are not there are left out. */
export const contractsById = (tx: TenantTx, contractIds: readonly string[]): Promise<ContractRead[]> =>
  byIds(tx, { contractIds: arrayText(contractIds) });

/** The same, in the order of the ids. */
export async function contractsInOrder(
  tx: TenantTx,
  contractIds: readonly string[],
): Promise<ContractRead[]> {
  if (contractIds.length === 0) return [];
  const found = new Map((await contractsById(tx, contractIds)).map((row) => [row.contractId, row]));
  return contractIds.flatMap((id) => found.get(id) ?? []);
}

type Row = {
  contract: typeof contract.$inferSelect;
  parties: ContractParty[];
  externalReferences: ExternalReference[];
  vehicle: Pick<
    typeof vehicle.$inferSelect,
    | "vin"
    | "licensePlate"
    | "make"
    | "model"
    | "variant"
    | "odometerValue"
    | "odometerUnit"
    | "odometerDate"
    | "hoursValue"
    | "hoursDate"
  >;
  store: { name: string; timeZone: string };
  providerName: string | null;
  holderName: string | null;
};

function toContractRead(row: Row, now: string): ContractRead {
  const { contract: c, vehicle: v } = row;
  const today = todayIn(row.store.timeZone, now);
  const latestOdometer =
    v.odometerValue !== null && v.odometerUnit !== null && v.odometerDate !== null
      ? { value: v.odometerValue, unit: v.odometerUnit, date: v.odometerDate }
      : null;
  const latestHours =
    v.hoursValue !== null && v.hoursDate !== null ? { value: v.hoursValue, date: v.hoursDate } : null;
  return {
    contractId: c.contractId,
    version: c.version,
    storeId: c.storeId,
    vehicleId: c.vehicleId,
    contractNumber: c.contractNumber,
    type: c.type,
    status: c.status,
    effectiveStatus: effectiveStatus(c, { latestOdometer, latestHours: latestHours?.value ?? null, today }),
    description: c.description,
    notes: c.notes,
    providerId: c.providerId,
    plan: c.planCode !== null && c.planVersion !== null ? { code: c.planCode, version: c.planVersion } : null,
    parties: row.parties,
    saleDate: c.saleDate,
    startDate: c.startDate,
    endDate: c.endDate,
    termMonths: c.termMonths,
    openEnded: c.openEnded,
    waitingDays: c.waitingDays,
    awaitingProvider: c.awaitingProvider,
    distance: c.distance,
    engineHours: c.engineHours,
    coverage: c.coverage,
    allowances: c.allowances,
    deductible: c.deductible,
    price: c.price,
    paid: c.paid,
    refundRuleSet:
      c.refundRuleSetCode !== null && c.refundRuleSetVersion !== null
        ? { code: c.refundRuleSetCode, version: c.refundRuleSetVersion }
        : null,
    transferPolicy: c.transferPolicy,
    predecessorId: c.predecessorId,
    successorId: c.successorId,
    cancellation: c.cancellation,
    remaining: remainingOf(c, c.used),
    origin: { sourceSystem: c.sourceSystem, externalReferences: row.externalReferences },
    createdAt: c.createdAt,
    updatedAt: c.updatedAt,
    vehicle: {
      vehicleId: c.vehicleId,
      vin: v.vin,
      licensePlate: v.licensePlate,
      make: v.make,
      model: v.model,
      variant: v.variant,
      latestOdometer,
      latestHours,
    },
    holder:
      c.holderId !== null && row.holderName !== null ? { partyId: c.holderId, name: row.holderName } : null,
    provider:
      c.providerId !== null && row.providerName !== null
        ? { providerId: c.providerId, name: row.providerName }
        : null,
    store: { storeId: c.storeId, name: row.store.name, today },
  };
}

/** The contract alone, without what it is read beside: what a change answers and the history compares. */
export function contractAlone({
  vehicle: _v,
  holder: _h,
  provider: _p,
  store: _s,
  ...alone
}: ContractRead): Contract {
  return alone;
}
