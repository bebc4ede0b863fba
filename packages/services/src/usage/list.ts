import { defaultPageSize, Id, type ListUsage, type UsagePage } from "@vehicle-contracts/contract-model";
import type { TenantTx } from "@vehicle-contracts/database";
import { type Actor, requireAnyStore } from "../actor.ts";
import { contractAt } from "../internal/contract-row.ts";
import { fromCursor, toCursor } from "../internal/cursor.ts";
import { together } from "../internal/together.ts";
import { toUsage, usageBefore } from "../internal/usage-row.ts";

/** Greater than the id of any entry. */
const afterAll = "ffffffff-ffff-ffff-ffff-ffffffffffff";

/** A contract's ledger, the latest entry first. Throws NOT_FOUND, FORBIDDEN, INVALID (a foreign cursor). */
export async function listUsage(tx: TenantTx, actor: Actor, input: ListUsage): Promise<UsagePage> {
  const { contractId } = input;
  const question = { usage: contractId };
  const before = fromCursor(question, Id, input.cursor);
  const limit = input.limit ?? defaultPageSize;
  requireAnyStore(actor);
  const [, rows] = await tx.last(
    together([
      contractAt(tx, actor, contractId),
      usageBefore(tx, { contractId, before: before ?? afterAll, limit: limit + 1 }),
    ]),
  );
  const items = rows.slice(0, limit).map(toUsage);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? toCursor(question, last.usageId) : null };
}
