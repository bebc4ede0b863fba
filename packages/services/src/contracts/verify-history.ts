import type { HistoryVerdict } from "@vehicle-contracts/contract-model";
import { contract, contractRevision, type TenantTx } from "@vehicle-contracts/database";
import { and, asc, eq, gt, inArray } from "drizzle-orm";
import type { Actor } from "../actor.ts";
import { contractAlone, contractAt, contractsById } from "../internal/contract-row.ts";
import { verifyChain } from "../internal/verify-chain.ts";

/** Whether one contract's history is whole and unchanged. Throws NOT_FOUND, FORBIDDEN. */
export async function verifyContractHistory(
  tx: TenantTx,
  actor: Actor,
  input: { contractId: string },
): Promise<HistoryVerdict> {
  const found = contractAlone(await contractAt(tx, actor, input.contractId));
  return verifyChain(found, (await entriesOf(tx, [found.contractId])).get(found.contractId) ?? []);
}

/** Verdicts of up to `limit` contracts of the enterprise with an id after `after`, in the order of their ids. */
export async function verifyHistories(
  tx: TenantTx,
  after: string | null,
  limit: number,
): Promise<(HistoryVerdict & { contractId: string })[]> {
  const ids = await tx
    .select({ contractId: contract.contractId })
    .from(contract)
    .where(
      and(eq(contract.enterpriseId, tx.enterpriseId), after ? gt(contract.contractId, after) : undefined),
    )
    .orderBy(asc(contract.contractId))
    .limit(limit);
  const contractIds = ids.map((row) => row.contractId);
  if (contractIds.length === 0) return [];
  const contracts = new Map((await contractsById(tx, contractIds)).map((row) => [row.contractId, row]));
  const entries = await entriesOf(tx, contractIds);
  return contractIds.map((contractId) => {
    const found = contracts.get(contractId);
    if (!found) return { contractId, intact: false, revisions: 0, firstBroken: 1 };
    return { contractId, ...verifyChain(contractAlone(found), entries.get(contractId) ?? []) };
  });
}

async function entriesOf(tx: TenantTx, contractIds: string[]) {
  const rows = await tx
    .select()
    .from(contractRevision)
    .where(
      and(
        eq(contractRevision.enterpriseId, tx.enterpriseId),
        inArray(contractRevision.contractId, contractIds),
      ),
    )
    .orderBy(asc(contractRevision.contractId), asc(contractRevision.revision));
  return Map.groupBy(rows, (row) => row.contractId);
}
