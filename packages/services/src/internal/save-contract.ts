import type { Contract, ContractResult, RevisionAction, Warning } from "@vehicle-contracts/contract-model";
import { contract, type TenantTx } from "@vehicle-contracts/database";
import type { Actor } from "../actor.ts";
import { notFound } from "../service-error.ts";
import { contractConflict } from "./contract-conflict.ts";
import { contractAlone, contractById } from "./contract-row.ts";
import { guardedUpdate } from "./guarded-update.ts";
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
    /** What is warned of besides, before the overlaps. */
    warnings?: readonly Warning[];
  },
): Promise<ContractResult> {
  const { contractId, version } = before;
  const first = change.first?.().then((refuse) => refuse());
  const [, updated, , newest, now, overlaps] = await together([
    first,
    update(tx, { id: contractId, version }, { ...change.columns, updatedAt: tx.startedAt }),
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
  return { contract: after, warnings: [...(change.warnings ?? []), ...overlaps(after)] };
}

const typeAndVehicle = ({ type, vehicleId }: Partial<typeof contract.$inferInsert>) => ({
  ...(type === undefined ? {} : { type }),
  ...(vehicleId === undefined ? {} : { vehicleId }),
});

const update = guardedUpdate(contract, { tenant: contract.enterpriseId, id: contract.contractId });
