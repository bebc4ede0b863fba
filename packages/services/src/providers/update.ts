import type { Provider, UpdateProvider } from "@vehicle-contracts/contract-model";
import { provider, type TenantTx } from "@vehicle-contracts/database";
import { type Actor, requireRole } from "../actor.ts";
import { changedOnly } from "../internal/changed-only.ts";
import { guardedUpdate } from "../internal/guarded-update.ts";
import { claimProviderName, providerAt, providerSortName } from "../internal/provider-row.ts";
import { stale } from "../internal/stale.ts";
import { together } from "../internal/together.ts";

const update = guardedUpdate(provider, { tenant: provider.enterpriseId, id: provider.providerId });

/** Changes only what is given; takes an administrator. Throws NOT_FOUND, FORBIDDEN, STALE_VERSION, DUPLICATE. */
export async function updateProvider(
  tx: TenantTx,
  actor: Actor,
  input: UpdateProvider,
): Promise<{ provider: Provider; warnings: never[] }> {
  requireRole(actor, "administrator");
  const { providerId, version } = input;
  const before = await providerAt(tx, providerId);
  if (before.version !== version) throw stale("provider", before);
  const changes = changedOnly(before, input.changes);
  if (Object.keys(changes).length === 0) return { provider: before, warnings: [] };
  const { name } = changes;
  const [, updated, now] = await together([
    name && claimProviderName(tx, name, providerId).then((refuse) => refuse()),
    update(
      tx,
      { id: providerId, version },
      { ...changes, ...(name && { sortName: providerSortName(name) }), updatedAt: tx.startedAt },
    ),
    providerAt(tx, providerId),
  ]);
  if (!updated) throw stale("provider", now);
  return { provider: now, warnings: [] };
}
