import type { ListProviders, Provider } from "@vehicle-contracts/contract-model";
import { prepared, provider, type TenantTx } from "@vehicle-contracts/database";
import { eq, sql } from "drizzle-orm";
import { type Actor, requireAnyStore } from "../actor.ts";
import { fold } from "../internal/folding.ts";
import { pageOf } from "../internal/page-of.ts";
import { toProvider } from "../internal/provider-row.ts";

const all = prepared("providers", (db) =>
  db
    .select()
    .from(provider)
    .where(eq(provider.enterpriseId, sql.placeholder("enterpriseId"))),
);

/** Providers by name; `search` is any part of the name. A group has tens of them, so the list is read whole. */
export async function listProviders(
  tx: TenantTx,
  actor: Actor,
  input: ListProviders,
): Promise<{ items: Provider[]; nextCursor: string | null }> {
  requireAnyStore(actor);
  const rows = await tx.last(all(tx));
  const sought = fold((input.search ?? "").trim());
  const kinds = input.filter?.kind ?? null;
  const matching = rows
    .filter((row) => fold(row.name).includes(sought) && (kinds === null || kinds.includes(row.kind)))
    .map((row) => ({ key: [row.sortName, row.providerId] as const, row: toProvider(row) }));
  return pageOf(matching, { search: input.search ?? "", kinds }, input);
}
