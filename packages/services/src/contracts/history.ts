import { defaultPageSize, type GetHistory, type HistoryPage } from "@vehicle-contracts/contract-model";
import { contractRevision, prepared, type TenantTx } from "@vehicle-contracts/database";
import { and, desc, eq, lt, sql } from "drizzle-orm";
import { z } from "zod";
import { type Actor, requireAnyStore } from "../actor.ts";
import { contractThere } from "../internal/contract-row.ts";
import { fromCursor, toCursor } from "../internal/cursor.ts";
import { together } from "../internal/together.ts";
import { toRevision } from "../internal/verify-chain.ts";
import { notFound } from "../service-error.ts";

/** Greater than the number of any entry. */
const afterAll = 2_147_483_647;
const entries = prepared("revisions_before", (db) =>
  db
    .select()
    .from(contractRevision)
    .where(
      and(
        eq(contractRevision.enterpriseId, sql.placeholder("enterpriseId")),
        eq(contractRevision.contractId, sql.placeholder("contractId")),
        lt(contractRevision.revision, sql.placeholder("before")),
      ),
    )
    .orderBy(desc(contractRevision.revision))
    .limit(sql.placeholder("limit")),
);
/** A contract's history, newest entry first. Throws NOT_FOUND, FORBIDDEN, INVALID (a foreign cursor). */
export async function contractHistory(tx: TenantTx, actor: Actor, input: GetHistory): Promise<HistoryPage> {
  requireAnyStore(actor);
  const question = { history: input.contractId };
  const before = fromCursor(question, z.int32(), input.cursor);
  const limit = input.limit ?? defaultPageSize;
  const { contractId } = input;
  const [rows, found] = await tx.last(
    together([
      entries(tx, { contractId, before: before ?? afterAll, limit: limit + 1 }),
      contractThere(tx, contractId),
    ]),
  );
  if (rows.length === 0 && before === null && !found) throw notFound("contract");
  const items = rows.slice(0, limit).map(toRevision);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? toCursor(question, last.revision) : null };
}
