import { Role, type User } from "@vehicle-contracts/contract-model";
import {
  account,
  member,
  prepared,
  secondFactor,
  setPasswordLink,
  type TenantTx,
  user,
} from "@vehicle-contracts/database";
import { and, eq, type SQL, sql } from "drizzle-orm";
import { notFound } from "../service-error.ts";

/** Hours that a link to set a password is good for. */
export const linkHours = 48;

const openLink = sql<string | null>`(
  select max(l.ends_at) from ${setPasswordLink} l
  where l.user_id = ${user.id} and l.used_at is null and l.ends_at > ${sql.placeholder("now")}::timestamptz)`.mapWith(
  setPasswordLink.endsAt,
);
const hasPassword = sql<boolean>`exists (
  select 1 from ${account} a where a.user_id = ${user.id} and a.provider_id = 'credential' and a.password is not null)`;

const hasSecondFactor = sql<boolean>`exists (
  select 1 from ${secondFactor} f where f.user_id = ${user.id} and f.confirmed_at is not null)`;

/**
 * A question about users of the enterprise; `which` comes besides. The sign-in tables carry no policy, so the organisation
 * is named here.
 */
function askForUsers(name: string, which?: SQL) {
  const ask = prepared(name, (db) =>
    db
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
      .where(and(eq(member.organizationId, sql.placeholder("enterpriseId")), which)),
  );
  return async (tx: TenantTx, values: Record<string, unknown> = {}): Promise<User[]> =>
    (await ask(tx, { ...values, now: tx.startedAt })).map(({ disabled, hasPassword, ...row }) => {
      const role = Role.parse(row.role);
      return {
        ...row,
        role,
        allStores: role === "administrator" || row.allStores,
        state: disabled ? "DISABLED" : hasPassword ? "ACTIVE" : "INVITED",
      };
    });
}

const byId = askForUsers("user_by_id", eq(member.userId, sql.placeholder("userId")));

/** The users of the enterprise. */
export const readUsers: (tx: TenantTx) => Promise<User[]> = askForUsers("users");

/** The user of the enterprise, if there is one of this id. */
export const userById = async (tx: TenantTx, userId: string): Promise<User | undefined> =>
  (await byId(tx, { userId }))[0];

/** The user of the enterprise; throws NOT_FOUND, also for another enterprise's. */
export async function userAt(tx: TenantTx, userId: string): Promise<User> {
  const found = await userById(tx, userId);
  if (!found) throw notFound("user");
  return found;
}
