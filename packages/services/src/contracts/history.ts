import { defaultPageSize, type GetHistory, type HistoryPage } from "@vehicle-contracts/contract-model";
import { contract, contractRevision, type TenantTx } from "@vehicle-contracts/database";
import { and, desc, eq, lt } from "drizzle-orm";
import { z } from "zod";
import { type Actor, requireAnyStore } from "../actor.ts";
import { fromCursor, toCursor } from "../internal/cursor.ts";
import { toRevision } from "../internal/verify-chain.ts";
import { notFound } from "../service-error.ts";

/** A contract's history, newest entry first. Throws NOT_FOUND, FORBIDDEN, INVALID (a foreign cursor). */
export async function contractHistory(tx: TenantTx, actor: Actor, input: GetHistory): Promise<HistoryPage> {
  requireAnyStore(actor);
  const question = { history: input.contractId };
  const before = fromCursor(question, z.int32(), input.cursor);
  const limit = input.limit ?? defaultPageSize;
  const rows = await tx
    .select()
    .from(contractRevision)
    .where(
      and(
        eq(contractRevision.enterpriseId, tx.enterpriseId),
        eq(contractRevision.contractId, input.contractId),
        before === null ? undefined : lt(contractRevision.revision, before),
      ),
    )
    .orderBy(desc(contractRevision.revision))
    .limit(limit + 1);
  if (rows.length === 0 && before === null) await requireContract(tx, input.contractId);
  const items = rows.slice(0, limit).map(toRevision);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? toCursor(question, last.revision) : null };
}

async function requireContract(tx: TenantTx, contractId: string): Promise<void> {
  const [found] = await tx
    .select({ contractId: contract.contractId })
    .from(contract)
    .where(and(eq(contract.enterpriseId, tx.enterpriseId), eq(contract.contractId, contractId)));
  if (!found) throw notFound("contract");
}
