import type { Contract, RevisionAction } from "@vehicle-contracts/contract-model";
import { contract, type TenantTx } from "@vehicle-contracts/database";
import { and, eq } from "drizzle-orm";
import type { Actor } from "../actor.ts";
import { notFound } from "../service-error.ts";
import { contractConflict } from "./contract-conflict.ts";
import { contractAlone, readContracts } from "./contract-row.ts";
import { recordRevision } from "./revisions.ts";

/**
 * Writes a changed contract where it is still at the version of `before`, with its revision, and answers it as it is
 * then. Throws STALE_VERSION where someone was faster.
 */
export async function saveContract(
  tx: TenantTx,
  actor: Actor,
  before: Contract,
  change: {
    columns: Partial<typeof contract.$inferInsert>;
    /** Writes what stands beside the row; run once the row is held. */
    satellites?: () => Promise<void>;
    action: RevisionAction;
    reason?: string | null;
  },
): Promise<Contract> {
  const [row] = await tx
    .update(contract)
    .set({ ...change.columns, version: before.version + 1, updatedAt: tx.startedAt })
    .where(
      and(
        eq(contract.enterpriseId, tx.enterpriseId),
        eq(contract.contractId, before.contractId),
        eq(contract.version, before.version),
      ),
    )
    .returning({ version: contract.version });
  if (row) await change.satellites?.();
  const [now] = await readContracts(tx, eq(contract.contractId, before.contractId));
  if (!now) throw notFound("contract");
  const after = contractAlone(now);
  if (!row) throw await contractConflict(tx, after, before.version);
  await recordRevision(tx, actor, { action: change.action, before, after, reason: change.reason ?? null });
  return after;
}
