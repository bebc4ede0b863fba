import type { CreateStore, Store } from "@vehicle-contracts/contract-model";
import { newId, store, type TenantTx } from "@vehicle-contracts/database";
import { type Actor, requireRole } from "../actor.ts";
import { once } from "../internal/idempotency.ts";
import { toStore } from "../internal/store-row.ts";

/** A new store; takes an administrator. Left out: VIN policy strict, system NATIVE. Throws FORBIDDEN. */
export async function createStore(
  tx: TenantTx,
  actor: Actor,
  input: CreateStore,
): Promise<{ store: Store; warnings: never[] }> {
  requireRole(actor, "administrator");
  const call = { procedure: "stores.create", key: input.idempotencyKey, input: input.store };
  return once(tx, actor, call, async () => {
    const [row] = await tx
      .insert(store)
      .values({
        ...input.store,
        enterpriseId: tx.enterpriseId,
        storeId: newId(),
        version: 1,
        vinPolicy: input.store.vinPolicy ?? "strict",
        system: input.store.system ?? "NATIVE",
        createdAt: tx.startedAt,
        updatedAt: tx.startedAt,
      })
      .returning();
    if (!row) throw new Error("An insert without conflict answered no row.");
    return { store: toStore(row), warnings: [] };
  });
}
