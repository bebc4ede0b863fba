import type { Store, UpdateStore } from "@vehicle-contracts/contract-model";
import { store, type TenantTx } from "@vehicle-contracts/database";
import { type Actor, requireRole } from "../actor.ts";
import { changedOnly } from "../internal/changed-only.ts";
import { guardedUpdate } from "../internal/guarded-update.ts";
import { stale } from "../internal/stale.ts";
import { storeAt } from "../internal/store-row.ts";
import { together } from "../internal/together.ts";

const update = guardedUpdate(store, { tenant: store.enterpriseId, id: store.storeId });

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
  const { storeId, version } = input;
  const before = await storeAt(tx, storeId);
  if (before.version !== version) throw stale("store", before);
  const changes = changedOnly(before, input.changes);
  if (Object.keys(changes).length === 0) return { store: before, warnings: [] };
  const [updated, now] = await together([
    update(tx, { id: storeId, version }, { ...changes, updatedAt: tx.startedAt }),
    storeAt(tx, storeId),
  ]);
  if (!updated) throw stale("store", now);
  return { store: now, warnings: [] };
}
