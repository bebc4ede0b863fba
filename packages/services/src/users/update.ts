import type { UpdateUser, User } from "@vehicle-contracts/contract-model";
import { member, session, setPasswordLink, type TenantTx, user } from "@vehicle-contracts/database";
import { and, eq, isNull, ne, sql } from "drizzle-orm";
import { type Actor, requireRole } from "../actor.ts";
import { claim } from "../internal/claim.ts";
import { claimLinks } from "../internal/set-password-link.ts";
import { stale } from "../internal/stale.ts";
import { settleGrants } from "../internal/store-grants.ts";
import { userAt } from "../internal/user-row.ts";
import { ServiceError } from "../service-error.ts";

/**
 * Changes a user's name, role, stores, or whether the user may sign in; takes an administrator. A disabled user's
 * sessions and links end at once. Throws NOT_FOUND, FORBIDDEN (nobody disables or demotes the last administrator),
 * STALE_VERSION.
 */
export async function updateUser(
  tx: TenantTx,
  actor: Actor,
  input: UpdateUser,
): Promise<{ user: User; warnings: never[] }> {
  requireRole(actor, "administrator");
  const before = await userAt(tx, input.userId);
  if (before.version !== input.version) throw stale("user", before);
  const { changes } = input;
  const role = changes.role ?? before.role;
  const disabled = changes.disabled ?? before.state === "DISABLED";
  const wasDisabled = before.state === "DISABLED";
  const grants = await settleGrants(tx, role, {
    // Who names stores means these stores; a former "all stores" ends with it.
    allStores: changes.allStores ?? (changes.storeIds ? false : before.allStores),
    storeIds: changes.storeIds ?? before.storeIds,
  });
  if (before.role === "administrator" && !wasDisabled && (role !== "administrator" || disabled))
    await refuseLastAdministrator(tx, input.userId);
  const unchanged =
    role === before.role &&
    disabled === wasDisabled &&
    (changes.name ?? before.name) === before.name &&
    grants.allStores === before.allStores &&
    (grants.allStores || [...grants.storeIds].sort().join() === [...before.storeIds].sort().join());
  if (unchanged) return { user: before, warnings: [] };
  const [row] = await tx
    .update(member)
    .set({ role, disabled, ...grants, version: input.version + 1 })
    .where(
      and(
        eq(member.organizationId, tx.enterpriseId),
        eq(member.userId, input.userId),
        eq(member.version, input.version),
      ),
    )
    .returning({ id: member.id });
  if (!row) throw stale("user", await userAt(tx, input.userId));
  if (changes.name !== undefined)
    await tx
      .update(user)
      .set({ name: changes.name, updatedAt: sql`${tx.startedAt}::timestamptz` })
      .where(eq(user.id, input.userId));
  if (disabled && !wasDisabled) {
    await claimLinks(tx, input.userId);
    await tx.delete(session).where(eq(session.userId, input.userId));
    await tx
      .update(setPasswordLink)
      .set({ usedAt: tx.startedAt })
      .where(and(eq(setPasswordLink.userId, input.userId), isNull(setPasswordLink.usedAt)));
  }
  return { user: await userAt(tx, input.userId), warnings: [] };
}

/** Two administrators cannot demote each other at once: the look is made one at a time. */
async function refuseLastAdministrator(tx: TenantTx, userId: string): Promise<void> {
  await claim(tx, ["administrators"]);
  const others = await tx
    .select({ id: member.id })
    .from(member)
    .where(
      and(
        eq(member.organizationId, tx.enterpriseId),
        eq(member.role, "administrator"),
        eq(member.disabled, false),
        ne(member.userId, userId),
      ),
    )
    .limit(1);
  if (others.length === 0)
    throw new ServiceError({
      code: "FORBIDDEN",
      message: "This is the only administrator. Make another user an administrator first.",
    });
}
