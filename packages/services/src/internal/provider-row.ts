import type { Provider } from "@vehicle-contracts/contract-model";
import { prepared, provider, type TenantTx } from "@vehicle-contracts/database";
import { and, eq, ne, sql } from "drizzle-orm";
import { duplicate, notFound } from "../service-error.ts";
import { claim } from "./claim.ts";
import { sortNameOf } from "./folding.ts";

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

/** The name's folded form, taken for this provider to the end of the transaction. Throws DUPLICATE. */
export async function claimProviderName(tx: TenantTx, name: string, providerId: string): Promise<string> {
  const sortName = sortNameOf(name) || name;
  await claim(tx, ["provider name", sortName]);
  const [other] = await tx
    .select()
    .from(provider)
    .where(
      and(
        eq(provider.enterpriseId, tx.enterpriseId),
        eq(provider.sortName, sortName),
        ne(provider.providerId, providerId),
      ),
    );
  if (other)
    throw duplicate(other.providerId, {
      path: "name",
      code: "DUPLICATE",
      message: `There is a provider of the name ${other.name} already.`,
    });
  return sortName;
}
