import type { Invitation, InviteUser } from "@vehicle-contracts/contract-model";
import { member, newId, type TenantTx, user } from "@vehicle-contracts/database";
import { sql } from "drizzle-orm";
import { type Actor, requireRole } from "../actor.ts";
import { newSetPasswordLink } from "../internal/set-password-link.ts";
import { settleGrants } from "../internal/store-grants.ts";
import { userAt } from "../internal/user-row.ts";
import { ServiceError } from "../service-error.ts";

/**
 * Adds a user with role and stores; takes an administrator. Answers a link to set the password, good once and for 48
 * hours, to hand over: it is shown this once. An address in use answers the same whoever uses it, so that nothing shows
 * of other enterprises. Throws FORBIDDEN, NOT_FOUND (a store), INVALID (no store; the address is in use).
 */
export async function inviteUser(tx: TenantTx, actor: Actor, input: InviteUser): Promise<Invitation> {
  requireRole(actor, "administrator");
  const grants = await settleGrants(tx, input.role, input);
  const userId = newId();
  const at = sql`${tx.startedAt}::timestamptz`;
  const [added] = await tx
    .insert(user)
    .values({ id: userId, name: input.name, email: input.email, createdAt: at, updatedAt: at })
    .onConflictDoNothing()
    .returning({ id: user.id });
  if (!added) {
    const message = "This address is in use. Use another, or give the user who has it a new link.";
    throw new ServiceError({
      code: "INVALID",
      message,
      fields: [{ path: "email", code: "NOT_ALLOWED", message }],
    });
  }
  await tx.insert(member).values({
    id: newId(),
    organizationId: tx.enterpriseId,
    userId,
    role: input.role,
    createdAt: at,
    ...grants,
  });
  const link = await newSetPasswordLink(tx, actor, userId);
  return { user: await userAt(tx, userId), ...link };
}
