import type { Contract, ContractResult, RevisionAction } from "@vehicle-contracts/contract-model";
import { contract, driverValues, placesFor, prepared, type TenantTx } from "@vehicle-contracts/database";
import { and, eq, sql } from "drizzle-orm";
import type { Actor } from "../actor.ts";
import { notFound } from "../service-error.ts";
import { contractConflict } from "./contract-conflict.ts";
import { contractAlone, contractById } from "./contract-row.ts";
import { askForOverlaps } from "./overlaps-of.ts";
import { newestRevision, recordRevision } from "./revisions.ts";
import { together } from "./together.ts";

/**
 * Writes a changed contract where it is still at the version of `before`, with its revision, and answers it as it is
 * then, with its warnings. All but the revision leaves in one flight; it is undone where the contract is not written.
 * Throws STALE_VERSION where someone was faster, and what `first` throws.
 */
export async function saveContract(
  tx: TenantTx,
  actor: Actor,
  before: Contract,
  change: {
    columns: Partial<typeof contract.$inferInsert>;
    action: RevisionAction;
    reason?: string | null;
    /** Asked before the contract is written; answers what throws where it must not be written after all. */
    first?: () => Promise<() => void>;
    /** Written once the row is held. */
    satellites?: () => Promise<void>;
  },
): Promise<ContractResult> {
  const { contractId, version } = before;
  const first = change.first?.().then((refuse) => refuse());
  const [, updated, , newest, now, overlaps] = await together([
    first,
    guardedUpdate(tx, before, change.columns),
    change.satellites?.(),
    newestRevision(tx, contractId),
    contractById(tx, contractId),
    askForOverlaps(tx, { ...before, ...typeAndVehicle(change.columns) }),
  ]);
  if (!now) throw notFound("contract");
  const after = contractAlone(now);
  if (!updated) throw await contractConflict(tx, after, version);
  const entry = { action: change.action, before, after, reason: change.reason ?? null };
  await tx.last(recordRevision(tx, actor, newest, entry));
  return { contract: after, warnings: overlaps(after) };
}

const typeAndVehicle = ({ type, vehicleId }: Partial<typeof contract.$inferInsert>) => ({
  ...(type === undefined ? {} : { type }),
  ...(vehicleId === undefined ? {} : { vehicleId }),
});

/** By the columns they set, of which there are as many as moves. */
const updates = new Map<string, ReturnType<typeof updateOf>>();

const updateOf = (fields: readonly string[]) =>
  prepared(`update_contract_${fields.length}`, (db) =>
    db
      .update(contract)
      .set(placesFor(fields))
      .where(
        and(
          eq(contract.enterpriseId, sql.placeholder("enterpriseId")),
          eq(contract.contractId, sql.placeholder("contractId")),
          eq(contract.version, sql.placeholder("versionRead")),
        ),
      )
      .returning({ version: contract.version }),
  );

/** Whether the contract was still at the version that was read, and has been written. */
async function guardedUpdate(
  tx: TenantTx,
  { contractId, version }: Contract,
  columns: Partial<typeof contract.$inferInsert>,
): Promise<boolean> {
  const set = { ...columns, version: version + 1, updatedAt: tx.startedAt };
  const fields = Object.keys(set).sort();
  const update = updates.get(fields.join()) ?? updateOf(fields);
  updates.set(fields.join(), update);
  const rows = await update(tx, { ...driverValues(contract, set), contractId, versionRead: version });
  return rows.length > 0;
}
