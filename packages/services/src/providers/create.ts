import type { CreateProvider, Provider } from "@vehicle-contracts/contract-model";
import { newId, preparedInsert, provider, type TenantTx } from "@vehicle-contracts/database";
import { type Actor, requireRole } from "../actor.ts";
import { takeKey } from "../internal/idempotency.ts";
import { claimProviderName, providerAt, providerSortName } from "../internal/provider-row.ts";
import { together } from "../internal/together.ts";

const insertProvider = preparedInsert("insert_provider", provider);

/** A new provider; takes an administrator. Throws FORBIDDEN, DUPLICATE (its name), IDEMPOTENCY_KEY_REUSED. */
export async function createProvider(
  tx: TenantTx,
  actor: Actor,
  input: CreateProvider,
): Promise<{ provider: Provider; warnings: never[] }> {
  requireRole(actor, "administrator");
  const call = { procedure: "providers.create", key: input.idempotencyKey, input: input.provider };
  const providerId = newId();
  const { name } = input.provider;
  const [key, refuseTaken] = await together([
    takeKey<{ provider: Provider; warnings: never[] }>(tx, actor, call),
    claimProviderName(tx, name, providerId),
  ]);
  if ("answered" in key) return key.answered;
  refuseTaken();
  const [, made] = await together([
    insertProvider(tx, {
      ...input.provider,
      sortName: providerSortName(name),
      enterpriseId: tx.enterpriseId,
      providerId,
      version: 1,
      createdAt: tx.startedAt,
      updatedAt: tx.startedAt,
    }),
    providerAt(tx, providerId),
  ]);
  const answer = { provider: made, warnings: [] };
  await tx.last(key.keep(answer));
  return answer;
}
