import type { Provider, UpdateProvider } from "@vehicle-contracts/contract-model";
import { provider, type TenantTx } from "@vehicle-contracts/database";
import { and, eq } from "drizzle-orm";
import { type Actor, requireRole } from "../actor.ts";
import { changedOnly } from "../internal/changed-only.ts";
import { claimProviderName, providerAt, toProvider } from "../internal/provider-row.ts";
import { stale } from "../internal/stale.ts";

/** Changes only what is given; takes an administrator. Throws NOT_FOUND, FORBIDDEN, STALE_VERSION, DUPLICATE. */
export async function updateProvider(
  tx: TenantTx,
  actor: Actor,
  input: UpdateProvider,
): Promise<{ provider: Provider; warnings: never[] }> {
  requireRole(actor, "administrator");
  const before = await providerAt(tx, input.providerId);
  if (before.version !== input.version) throw stale("provider", before);
  const changes = changedOnly(before, input.changes);
  if (Object.keys(changes).length === 0) return { provider: before, warnings: [] };
  const named = changes.name ? { sortName: await claimProviderName(tx, changes.name, input.providerId) } : {};
  const [row] = await tx
    .update(provider)
    .set({ ...changes, ...named, version: input.version + 1, updatedAt: tx.startedAt })
    .where(
      and(
        eq(provider.enterpriseId, tx.enterpriseId),
        eq(provider.providerId, input.providerId),
        eq(provider.version, input.version),
      ),
    )
    .returning();
  if (!row) throw stale("provider", await providerAt(tx, input.providerId));
  return { provider: toProvider(row), warnings: [] };
}
