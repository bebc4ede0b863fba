import type { Provider } from "@vehicle-contracts/contract-model";
import { prepared, provider, type TenantTx } from "@vehicle-contracts/database";
import { and, eq, ne, sql } from "drizzle-orm";
import { duplicate, notFound } from "../service-error.ts";
import { claim } from "./claim.ts";
import { sortNameOf } from "./folding.ts";
import { together } from "./together.ts";

type ProviderRow = typeof provider.$inferSelect;

export const toProvider = (row: ProviderRow): Provider => ({
  providerId: row.providerId,
  version: row.version,
  name: row.name,
  kind: row.kind,
});

const byId = prepared("provider_by_id", (db) =>
  db
    .select()
    .from(provider)
    .where(
      and(
        eq(provider.enterpriseId, sql.placeholder("enterpriseId")),
        eq(provider.providerId, sql.placeholder("providerId")),
      ),
    ),
);

/** The provider of this id, if there is one. */
export const providerById = async (tx: TenantTx, providerId: string): Promise<ProviderRow | undefined> =>
  (await byId(tx, { providerId }))[0];

/** The provider; throws NOT_FOUND. `path` is where its id stood in the input. */
export async function providerAt(tx: TenantTx, providerId: string, path?: string): Promise<Provider> {
  const row = await providerById(tx, providerId);
  if (!row) throw notFound("provider", path);
  return toProvider(row);
}

const taken = prepared("provider_of_name", (db) =>
  db
    .select({ providerId: provider.providerId, name: provider.name })
    .from(provider)
    .where(
      and(
        eq(provider.enterpriseId, sql.placeholder("enterpriseId")),
        eq(provider.sortName, sql.placeholder("sortName")),
        ne(provider.providerId, sql.placeholder("providerId")),
      ),
    ),
);

/** The form of a name in which providers differ. */
export const providerSortName = (name: string): string => sortNameOf(name) || name;

/**
 * Takes a name for this provider to the end of the transaction. Answers what refuses it: throws DUPLICATE where another
 * provider has it.
 */
export async function claimProviderName(tx: TenantTx, name: string, providerId: string): Promise<() => void> {
  const sortName = providerSortName(name);
  const [, [other]] = await together([
    claim(tx, ["provider name", sortName]),
    taken(tx, { sortName, providerId }),
  ]);
  return () => {
    if (other)
      throw duplicate(other.providerId, {
        path: "name",
        code: "DUPLICATE",
        message: `There is a provider of the name ${other.name} already.`,
      });
  };
}
