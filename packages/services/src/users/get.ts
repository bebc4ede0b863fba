import type { User } from "@vehicle-contracts/contract-model";
import type { TenantTx } from "@vehicle-contracts/database";
import { type Actor, requireRole } from "../actor.ts";
import { userAt } from "../internal/user-row.ts";

/** One user of the enterprise; takes an administrator. Throws NOT_FOUND, FORBIDDEN. */
export async function getUser(tx: TenantTx, actor: Actor, input: { userId: string }): Promise<User> {
  requireRole(actor, "administrator");
  return tx.last(userAt(tx, input.userId));
}
