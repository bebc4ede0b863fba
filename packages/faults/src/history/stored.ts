import { contract, contractRevision, idempotencyRecord } from "@vehicle-contracts/database";
import type { Database } from "@vehicle-contracts/database/unit-of-work";
import { verifyHistories } from "@vehicle-contracts/services";
import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { Stored } from "./operation.ts";

const atOnce = 500;

/** What the database holds of an enterprise's contracts, in one state of it. */
export async function storedIn(database: Database, enterpriseId: string): Promise<Stored> {
  return database.read(
    enterpriseId,
    async (tx) => {
      const stored: Stored = { contracts: [], revisions: [], unansweredKeys: 0 };
      for (let after: string | null = null; ; ) {
        const verdicts: Awaited<ReturnType<typeof verifyHistories>> = await verifyHistories(
          tx,
          after,
          atOnce,
        );
        after = verdicts.at(-1)?.contractId ?? null;
        if (after === null) break;
        const intact = new Map(verdicts.map((verdict) => [verdict.contractId, verdict.intact]));
        const rows = await tx
          .select({ contractId: contract.contractId, version: contract.version, mark: contract.description })
          .from(contract)
          .where(
            and(eq(contract.enterpriseId, enterpriseId), inArray(contract.contractId, [...intact.keys()])),
          );
        stored.contracts.push(
          ...rows.map((row) => ({ ...row, intact: intact.get(row.contractId) ?? false })),
        );
      }
      const entries = await tx
        .select({
          contractId: contractRevision.contractId,
          version: contractRevision.version,
          changes: contractRevision.changes,
        })
        .from(contractRevision)
        .where(eq(contractRevision.enterpriseId, enterpriseId))
        .orderBy(asc(contractRevision.contractId), asc(contractRevision.revision));
      for (const { contractId, version, changes } of entries) {
        const after = changes.find(({ field }) => field === "description")?.after;
        stored.revisions.push({ contractId, version, mark: typeof after === "string" ? after : null });
      }
      const unanswered = await tx
        .select({ key: idempotencyRecord.key })
        .from(idempotencyRecord)
        .where(and(eq(idempotencyRecord.enterpriseId, enterpriseId), isNull(idempotencyRecord.answer)));
      stored.unansweredKeys = unanswered.length;
      return stored;
    },
    { deadlineMs: 120_000 },
  );
}
