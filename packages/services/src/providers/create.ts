import type { CreateProvider, Provider } from "@vehicle-contracts/contract-model";
import { newId, provider, type TenantTx } from "@vehicle-contracts/database";
import { type Actor, requireRole } from "../actor.ts";
import { once } from "../internal/idempotency.ts";
import { claimProviderName, toProvider } from "../internal/provider-row.ts";

/** A new provider; takes an administrator. Throws FORBIDDEN, DUPLICATE (its name), IDEMPOTENCY_KEY_REUSED. */
export async function createProvider(
  tx: TenantTx,
  actor: Actor,
  input: CreateProvider,
): Promise<{ provider: Provider; warnings: never[] }> {
  requireRole(actor, "administrator");
  const call = { procedure: "providers.create", key: input.idempotencyKey, input: input.provider };
  return once(tx, actor, call, async () => {
    const providerId = newId();
    const sortName = await claimProviderName(tx, input.provider.name, providerId);
    const [row] = await tx
      .insert(provider)
      .values({
        ...input.provider,
        sortName,
        enterpriseId: tx.enterpriseId,
        providerId,
        version: 1,
        createdAt: tx.startedAt,
        updatedAt: tx.startedAt,
      })
      .returning();
    if (!row) throw new Error("An insert without conflict answered no row.");
    return { provider: toProvider(row), warnings: [] };
  });
}
