import type { InviteUser, User } from "@vehicle-contracts/contract-model";
import { member, newId, type TenantTx, user } from "@vehicle-contracts/database";
import { and, eq, sql } from "drizzle-orm";
import { type Actor, requireRole } from "../actor.ts";
import { newSetPasswordLink } from "../internal/set-password-link.ts";
import { settleGrants } from "../internal/store-grants.ts";
import { userAt } from "../internal/user-row.ts";
import { duplicate, type ServiceError } from "../service-error.ts";

/** A link by which a user sets the password: its token is nowhere else. */
export type NewLink = { user: User; path: string; endsAt: string };

/**
 * Adds a user with role and stores; takes an administrator. Answers a link to set the password, good once and for 48
 * hours, to hand over: it is shown this once. Throws FORBIDDEN, NOT_FOUND (a store), INVALID (no store), DUPLICATE (the
 * address is in use; who uses it is named only where they are of this enterprise).
 */
export async function inviteUser(tx: TenantTx, actor: Actor, input: InviteUser): Promise<NewLink> {
  requireRole(actor, "administrator");
  const grants = await settleGrants(tx, input.role, input);
  const userId = newId();
  const at = sql`${tx.startedAt}::timestamptz`;
  const [added] = await tx
    .insert(user)
    .values({ id: userId, name: input.name, email: input.email, createdAt: at, updatedAt: at })
    .onConflictDoNothing()
    .returning({ id: user.id });
  if (!added) throw await addressInUse(tx, input.email);
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

async function addressInUse(tx: TenantTx, email: string): Promise<ServiceError> {
  const [own] = await tx
    .select({ userId: user.id, name: user.name })
    .from(user)
    .innerJoin(member, and(eq(member.userId, user.id), eq(member.organizationId, tx.enterpriseId)))
    .where(eq(user.email, email));
  const message = own
    ? `This address is in use: ${own.name} has it. Use another, or give them a new link.`
    : "This address is in use. Use another.";
  return duplicate(own?.userId ?? null, { path: "email", code: "DUPLICATE", message });
}
