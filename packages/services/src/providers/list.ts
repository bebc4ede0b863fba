import type { ListInput, Provider } from "@vehicle-contracts/contract-model";
import { provider, type TenantTx } from "@vehicle-contracts/database";
import { eq } from "drizzle-orm";
import { type Actor, requireAnyStore } from "../actor.ts";
import { fold } from "../internal/folding.ts";
import { pageOf } from "../internal/page-of.ts";
import { toProvider } from "../internal/provider-row.ts";

/** Providers by name; `search` is any part of the name. A group has tens of them, so the list is read whole. */
export async function listProviders(
  tx: TenantTx,
  actor: Actor,
  input: ListInput,
): Promise<{ items: Provider[]; nextCursor: string | null }> {
  requireAnyStore(actor);
  const rows = await tx.select().from(provider).where(eq(provider.enterpriseId, tx.enterpriseId));
  const sought = fold((input.search ?? "").trim());
  const matching = rows
    .filter((row) => fold(row.name).includes(sought))
    .map((row) => ({ key: [row.sortName, row.providerId] as const, row: toProvider(row) }));
  return pageOf(matching, { search: input.search ?? "" }, input);
}
