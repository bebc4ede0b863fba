import type { ListInput, User } from "@vehicle-contracts/contract-model";
import type { TenantTx } from "@vehicle-contracts/database";
import { type Actor, requireRole } from "../actor.ts";
import { fold } from "../internal/folding.ts";
import { pageOf } from "../internal/page-of.ts";
import { readUsers } from "../internal/user-row.ts";

/** The users of the enterprise by name; `search` is any part of name or e-mail. Takes an administrator. */
export async function listUsers(
  tx: TenantTx,
  actor: Actor,
  input: ListInput,
): Promise<{ items: User[]; nextCursor: string | null }> {
  requireRole(actor, "administrator");
  const sought = fold((input.search ?? "").trim());
  const matching = (await tx.last(readUsers(tx)))
    .filter((row) => fold(row.name).includes(sought) || row.email.includes(sought))
    .map((row) => ({ key: [fold(row.name), row.userId] as const, row }));
  return pageOf(matching, { search: input.search ?? "" }, input);
}
