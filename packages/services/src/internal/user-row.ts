import { Role, type User } from "@vehicle-contracts/contract-model";
import { account, member, secondFactor, setPasswordLink, type TenantTx, user } from "@vehicle-contracts/database";
import { and, eq, sql } from "drizzle-orm";
import { notFound } from "../service-error.ts";

/** Hours that a link to set a password is good for. */
export const linkHours = 48;

/**
 * Users of the enterprise, by a condition besides. The sign-in tables carry no policy, so the organisation is named here
 * and nowhere else.
 */
export async function readUsers(tx: TenantTx, userId?: string): Promise<User[]> {
  const openLink = sql<string | null>`(
    select max(l.ends_at) from ${setPasswordLink} l
    where l.user_id = ${user.id} and l.used_at is null and l.ends_at > ${tx.startedAt}::timestamptz)`.mapWith(
    setPasswordLink.endsAt,
  );
  const hasPassword = sql<boolean>`exists (
    select 1 from ${account} a where a.user_id = ${user.id} and a.provider_id = 'credential' and a.password is not null)`;
  const hasSecondFactor = sql<boolean>`exists (
    select 1 from ${secondFactor} f where f.user_id = ${user.id} and f.confirmed_at is not null)`;
  const rows = await tx
    .select({
      userId: user.id,
      name: user.name,
      email: user.email,
      version: member.version,
      role: member.role,
      allStores: member.allStores,
      storeIds: member.storeIds,
      disabled: member.disabled,
      lastSeenAt: member.lastSeenAt,
      invitationEndsAt: openLink,
      hasPassword,
      hasSecondFactor,
    })
    .from(member)
    .innerJoin(user, eq(user.id, member.userId))
    .where(and(eq(member.organizationId, tx.enterpriseId), userId ? eq(member.userId, userId) : undefined));
  return rows.map(({ disabled, hasPassword, ...row }) => {
    const role = Role.parse(row.role);
    return {
      ...row,
      role,
      allStores: role === "administrator" || row.allStores,
      state: disabled ? "DISABLED" : hasPassword ? "ACTIVE" : "INVITED",
    };
  });
}

/** The user of the enterprise; throws NOT_FOUND, also for another enterprise's. */
export async function userAt(tx: TenantTx, userId: string): Promise<User> {
  const [found] = await readUsers(tx, userId);
  if (!found) throw notFound("user");
  return found;
}
