import type { ApiClient, ListInput } from "@vehicle-contracts/contract-model";
import type { TenantTx } from "@vehicle-contracts/database";
import { type Actor, requireRole } from "../actor.ts";
import { readApiClients } from "../internal/api-client-row.ts";
import { fold } from "../internal/folding.ts";
import { pageOf } from "../internal/page-of.ts";

/**
 * The API clients of the enterprise, those that were revoked last, else by name; `search` is any part of name or id. Takes
 * an administrator.
 */
export async function listApiClients(
  tx: TenantTx,
  actor: Actor,
  input: ListInput,
): Promise<{ items: ApiClient[]; nextCursor: string | null }> {
  requireRole(actor, "administrator");
  const sought = fold((input.search ?? "").trim());
  const matching = (await tx.last(readApiClients(tx)))
    .filter((row) => fold(row.name).includes(sought) || row.clientId.includes(sought))
    .map((row) => ({
      key: [`${row.state === "REVOKED" ? 1 : 0} ${fold(row.name)}`, row.clientId] as const,
      row,
    }));
  return pageOf(matching, { search: input.search ?? "" }, input);
}
