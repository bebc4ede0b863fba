import type { HistoryVerdict } from "@vehicle-contracts/contract-model";
import { contract, contractRevision, prepared, type TenantTx } from "@vehicle-contracts/database";
import { and, asc, eq, gt, sql } from "drizzle-orm";
import type { Actor } from "../actor.ts";
import { arrayText } from "../internal/array-text.ts";
import { contractAlone, contractAt, contractsById } from "../internal/contract-row.ts";
import { together } from "../internal/together.ts";
import { verifyChain } from "../internal/verify-chain.ts";

/** Whether one contract's history is whole and unchanged. Throws NOT_FOUND, FORBIDDEN. */
export async function verifyContractHistory(
  tx: TenantTx,
  actor: Actor,
  input: { contractId: string },
): Promise<HistoryVerdict> {
  const { contractId } = input;
  const [found, entries] = await tx.last(
    together([contractAt(tx, actor, contractId), entriesOf(tx, [contractId])]),
  );
  return verifyChain(contractAlone(found), entries.get(contractId) ?? []);
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

const ofContracts = prepared("revisions_of_contracts", (db) =>
  db
    .select()
    .from(contractRevision)
    .where(
      and(
        eq(contractRevision.enterpriseId, sql.placeholder("enterpriseId")),
        sql`${contractRevision.contractId} = any(${sql.placeholder("contractIds")}::uuid[])`,
      ),
    )
    .orderBy(asc(contractRevision.contractId), asc(contractRevision.revision)),
);

async function entriesOf(tx: TenantTx, contractIds: readonly string[]) {
  const rows = await ofContracts(tx, { contractIds: arrayText(contractIds) });
  return Map.groupBy(rows, (row) => row.contractId);
}
