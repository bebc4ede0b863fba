import { Role } from "@vehicle-contracts/contract-model";
import { member } from "@vehicle-contracts/database";
import type { SignInDatabase } from "@vehicle-contracts/database/unit-of-work";
import type { Actor } from "@vehicle-contracts/services";
import { and, eq } from "drizzle-orm";
import { type Clock, instantAt } from "./clock.ts";
import type { SignInLibrary } from "./sign-in-library.ts";

/** When somebody was last seen is written at most this often (milliseconds). */
const seenEveryMs = 5 * 60_000;

/**
 * Who the session cookie among the headers stands for: the user in the session's enterprise, with role and stores as
 * they are now. Null without a good session, and for one who was disabled or removed since.
 */
export async function actorOfSession(
  { library, signIn, clock }: { library: SignInLibrary; signIn: SignInDatabase; clock: Clock },
  headers: Headers,
  correlationId: string,
): Promise<Actor | null> {
  if (!headers.has("cookie")) return null;
  const found = await library.api.getSession({ headers, query: { disableRefresh: true } });
  const enterpriseId = found?.session.activeOrganizationId;
  if (!found || !enterpriseId) return null;
  const { user } = found;
  const [membership] = await signIn
    .select()
    .from(member)
    .where(
      and(eq(member.organizationId, enterpriseId), eq(member.userId, user.id), eq(member.disabled, false)),
    );
  if (!membership) return null;

  const seenBefore = instantAt(clock() - seenEveryMs);
  if (membership.lastSeenAt === null || membership.lastSeenAt < seenBefore)
    await signIn
      .update(member)
      .set({ lastSeenAt: instantAt(clock()) })
      .where(and(eq(member.organizationId, enterpriseId), eq(member.id, membership.id)));

  const role = Role.parse(membership.role);
  return {
    kind: "USER",
    id: user.id,
    name: user.name,
    enterpriseId,
    role,
    storeIds: grantedStores(role, membership),
    onBehalfOf: null,
    correlationId,
  };
}

/** Administrators have all stores, whatever else is noted. */
export const grantedStores = (
  role: Role,
  grant: { allStores: boolean; storeIds: readonly string[] },
): Actor["storeIds"] => (role === "administrator" || grant.allStores ? "all" : grant.storeIds);
