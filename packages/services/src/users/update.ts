import type { UpdateUser, User } from "@vehicle-contracts/contract-model";
import { member, prepared, type TenantTx, user } from "@vehicle-contracts/database";
import { and, eq, ne, sql } from "drizzle-orm";
import { type Actor, requireRole } from "../actor.ts";
import { claim } from "../internal/claim.ts";
import { endSessions } from "../internal/end-sessions.ts";
import { guardedUpdate } from "../internal/guarded-update.ts";
import { claimLinks, voidLinks } from "../internal/set-password-link.ts";
import { stale } from "../internal/stale.ts";
import { settleGrants } from "../internal/store-grants.ts";
import { storesOf } from "../internal/store-row.ts";
import { together } from "../internal/together.ts";
import { userAt } from "../internal/user-row.ts";
import { ServiceError } from "../service-error.ts";

const update = guardedUpdate(member, { tenant: member.organizationId, id: member.userId });
const rename = prepared("rename_user", (db) =>
  db
    .update(user)
    .set({ name: sql`${sql.placeholder("name")}`, updatedAt: sql`${sql.placeholder("now")}::timestamptz` })
    .where(eq(user.id, sql.placeholder("userId"))),
);

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
  const { userId, version } = input;
  const [before, stores] = await together([userAt(tx, userId), storesOf(tx)]);
  if (before.version !== version) throw stale("user", before);
  const { changes } = input;
  const role = changes.role ?? before.role;
  const disabled = changes.disabled ?? before.state === "DISABLED";
  const wasDisabled = before.state === "DISABLED";
  const grants = settleGrants(stores, role, {
    // Who names stores means these stores; a former "all stores" ends with it.
    allStores: changes.allStores ?? (changes.storeIds ? false : before.allStores),
    storeIds: changes.storeIds ?? before.storeIds,
  });
  const stepsDown = before.role === "administrator" && !wasDisabled && (role !== "administrator" || disabled);
  const unchanged =
    role === before.role &&
    disabled === wasDisabled &&
    (changes.name ?? before.name) === before.name &&
    grants.allStores === before.allStores &&
    (grants.allStores || [...grants.storeIds].sort().join() === [...before.storeIds].sort().join());
  if (unchanged) return { user: before, warnings: [] };
  const shutOut = disabled && !wasDisabled;
  const [, updated, , , , , now] = await together([
    stepsDown && refuseLastAdministrator(tx, userId),
    update(tx, { id: userId, version }, { role, disabled, ...grants }),
    changes.name !== undefined && rename(tx, { userId, name: changes.name, now: tx.startedAt }),
    shutOut && claimLinks(tx, userId),
    shutOut && endSessions(tx, userId),
    shutOut && voidLinks(tx, userId),
    userAt(tx, userId),
  ]);
  if (!updated) throw stale("user", now);
  return { user: now, warnings: [] };
}

const otherAdministrators = prepared("other_administrators", (db) =>
  db
    .select({ id: member.id })
    .from(member)
    .where(
      and(
        eq(member.organizationId, sql.placeholder("enterpriseId")),
        eq(member.role, "administrator"),
        eq(member.disabled, false),
        ne(member.userId, sql.placeholder("userId")),
      ),
    )
    .limit(1),
);

/** Two administrators cannot demote each other at once: the look is made one at a time. */
async function refuseLastAdministrator(tx: TenantTx, userId: string): Promise<void> {
  const [, others] = await together([claim(tx, ["administrators"]), otherAdministrators(tx, { userId })]);
  if (others.length === 0)
    throw new ServiceError({
      code: "FORBIDDEN",
      message: "This is the only administrator. Make another user an administrator first.",
    });
}
