import { Role } from "@vehicle-contracts/contract-model";
import { member, session } from "@vehicle-contracts/database";
import type { SignInDatabase } from "@vehicle-contracts/database/unit-of-work";
import type { Actor } from "@vehicle-contracts/services";
import { and, eq, getTableColumns } from "drizzle-orm";
import { type Clock, instantAt } from "./clock.ts";
import type { SignInLibrary } from "./sign-in-library.ts";

/** When somebody was last seen is written at most this often (milliseconds). */
const seenEveryMs = 5 * 60_000;

type Doors = { library: SignInLibrary; signIn: SignInDatabase; clock: Clock };

/**
 * Who the session cookie among the headers stands for: the user in the session's enterprise, with role and stores as
 * they are now. Null without a good session, and for one who was disabled or removed since.
 */
export async function actorOfSession(
  { library, signIn, clock }: Doors,
  headers: Headers,
  correlationId: string,
): Promise<Actor | null> {
  const found = await membershipOf({ library, signIn, clock }, headers);
  if (!found) return null;
  const { user, membership } = found;
  const role = Role.parse(membership.role);
  return {
    kind: "USER",
    id: user.id,
    name: user.name,
    enterpriseId: membership.organizationId,
    role,
    storeIds: grantedStores(role, membership),
    scopes: "all",
    onBehalfOf: null,
    correlationId,
  };
}

/** Whose session it is, and which; null as for `actorOfSession`. */
export async function personOfSession(
  doors: Doors,
  headers: Headers,
): Promise<{ userId: string; email: string; sessionId: string } | null> {
  const found = await membershipOf(doors, headers);
  return found && { userId: found.user.id, email: found.user.email, sessionId: found.sessionId };
}

async function membershipOf({ library, signIn, clock }: Doors, headers: Headers) {
  if (!headers.has("cookie")) return null;
  const found = await library.api.getSession({ headers, query: { disableRefresh: true } });
  const enterpriseId = found?.session.activeOrganizationId;
  if (!found || !enterpriseId) return null;
  const { user } = found;
  const [membership] = await signIn
    .select({ ...getTableColumns(member), sessionSeenAt: session.lastSeenAt })
    .from(member)
    .innerJoin(session, eq(session.id, found.session.id))
    .where(
      and(eq(member.organizationId, enterpriseId), eq(member.userId, user.id), eq(member.disabled, false)),
    );
  if (!membership) return null;

  await noteSeen(signIn, clock(), found.session.id, membership);
  return { user, sessionId: found.session.id, membership };
}

/** Of the person and of the session each: of several sessions every one has its own time. */
async function noteSeen(
  signIn: SignInDatabase,
  now: number,
  sessionId: string,
  membership: typeof member.$inferSelect & { sessionSeenAt: string | null },
): Promise<void> {
  const seenBefore = instantAt(now - seenEveryMs);
  const isLongAgo = (at: string | null) => at === null || at < seenBefore;
  if (isLongAgo(membership.lastSeenAt))
    await signIn
      .update(member)
      .set({ lastSeenAt: instantAt(now) })
      .where(and(eq(member.organizationId, membership.organizationId), eq(member.id, membership.id)));
  if (isLongAgo(membership.sessionSeenAt))
    await signIn
      .update(session)
      .set({ lastSeenAt: instantAt(now) })
      .where(eq(session.id, sessionId));
}

/** Administrators have all stores, whatever else is noted. */
export const grantedStores = (
  role: Role,
  grant: { allStores: boolean; storeIds: readonly string[] },
): Actor["storeIds"] => (role === "administrator" || grant.allStores ? "all" : grant.storeIds);
