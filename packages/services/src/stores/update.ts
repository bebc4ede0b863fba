import type { Store, UpdateStore } from "@vehicle-contracts/contract-model";
import { store, type TenantTx } from "@vehicle-contracts/database";
import { and, eq } from "drizzle-orm";
import { type Actor, requireRole } from "../actor.ts";
import { changedOnly } from "../internal/changed-only.ts";
import { stale } from "../internal/stale.ts";
import { storeAt, toStore } from "../internal/store-row.ts";

/**
 * Changes only what is given; takes an administrator and the version that was read. A new time zone holds from the next
 * read on; the currency and the unit are proposals for new contracts and change none. Throws NOT_FOUND, FORBIDDEN,
 * STALE_VERSION.
 */
export async function updateStore(
  tx: TenantTx,
  actor: Actor,
  input: UpdateStore,
): Promise<{ store: Store; warnings: never[] }> {
  requireRole(actor, "administrator");
  const before = await storeAt(tx, input.storeId);
  if (before.version !== input.version) throw stale("store", before);
  const changes = changedOnly(before, input.changes);
  if (Object.keys(changes).length === 0) return { store: before, warnings: [] };
  const [row] = await tx
    .update(store)
    .set({ ...changes, version: input.version + 1, updatedAt: tx.startedAt })
    .where(
      and(
        eq(store.enterpriseId, tx.enterpriseId),
        eq(store.storeId, input.storeId),
        eq(store.version, input.version),
      ),
    )
    .returning();
  if (!row) throw stale("store", await storeAt(tx, input.storeId));
  return { store: toStore(row), warnings: [] };
}
