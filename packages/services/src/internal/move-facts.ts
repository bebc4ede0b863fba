import type { Used } from "@vehicle-contracts/contract-model";
import { contract, prepared, type TenantTx } from "@vehicle-contracts/database";
import { and, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { holdContracts } from "./hold-contracts.ts";

const successor = alias(contract, "successor");
const beside = prepared("beside_a_move", (db) =>
  db
    .select({ used: contract.used, successorStatus: successor.status })
    .from(contract)
    .leftJoin(
      successor,
      and(eq(successor.enterpriseId, contract.enterpriseId), eq(successor.contractId, contract.successorId)),
    )
    .where(
      and(
        eq(contract.enterpriseId, sql.placeholder("enterpriseId")),
        eq(contract.contractId, sql.placeholder("contractId")),
      ),
    ),
);

/** What the guards of some moves ask of other records. */
export type MoveFactsBeside = {
  /** A living contract (neither CANCELLED nor VOID) follows it. */
  hasSuccessor: boolean;
  /** The ledger has an entry not reversed. */
  netUsage: boolean;
};

export async function factsBeside(tx: TenantTx, contractId: string): Promise<MoveFactsBeside> {
  const [row] = await beside(tx, { contractId });
  const { successorStatus = null, used } = row ?? {};
  return {
    hasSuccessor: successorStatus !== null && successorStatus !== "CANCELLED" && successorStatus !== "VOID",
    netUsage: used !== undefined && isUsed(used),
  };
}

/** Whether an entry of the ledger counts still: one not reversed. */
export const isUsed = ({ allowances, amounts }: Used): boolean =>
  [allowances, amounts].flatMap((by) => Object.values(by)).some((sum) => sum > 0);

const holdById = holdContracts("contract_held", eq(contract.contractId, sql.placeholder("contractId")));

/** Holds the contract's row to the end of the transaction: whoever writes its ledger waits, or has been waited for. */
export const holdContract = (tx: TenantTx, contractId: string): Promise<unknown> =>
  holdById(tx, { contractId });

/**
 * Stored as EXPIRED by its latest entry that says so; from its making on where none does. A unit of work takes 8 seconds at most: a correction
 * that began before the expiry and was stored after it counts.
 */
const expiredAt = sql`coalesce((
    select max(r.at) from contract_revision r
    where r.enterprise_id = ${contract.enterpriseId} and r.contract_id = ${contract.contractId}
      and r.changes @> '[{"field": "status", "after": "EXPIRED"}]'
  ), ${contract.createdAt})`;
const correctedIn = (table: "odometer_reading" | "hours_reading") => sql`exists (
    select from ${sql.identifier(table)} r
    where r.enterprise_id = ${contract.enterpriseId} and r.vehicle_id = ${contract.vehicleId}
      and r.correction and r.recorded_at >= ${expiredAt} - interval '8 seconds')`;
const corrected = prepared("reading_corrected_since", (db) =>
  db
    .select({
      since: sql<boolean>`${correctedIn("odometer_reading")} or ${correctedIn("hours_reading")}`,
    })
    .from(contract)
    .where(
      and(
        eq(contract.enterpriseId, sql.placeholder("enterpriseId")),
        eq(contract.contractId, sql.placeholder("contractId")),
      ),
    ),
);

/** A reading of the contract's vehicle was corrected since the contract expired. */
export const readingCorrected = async (tx: TenantTx, contractId: string): Promise<boolean> =>
  (await corrected(tx, { contractId }))[0]?.since ?? false;
