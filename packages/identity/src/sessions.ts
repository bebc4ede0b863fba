import { session } from "@vehicle-contracts/database";
import type { SignInDatabase } from "@vehicle-contracts/database/unit-of-work";
import { and, desc, eq, gt, ne } from "drizzle-orm";
import { type Clock, dateAt, instantAt } from "./clock.ts";
import { deviceWords } from "./device-words.ts";

type Doors = { signIn: SignInDatabase; clock: Clock };

export type SessionFacts = {
  sessionId: string;
  /** Browser and device in words. */
  device: string;
  /** The network address it was opened from; null where it is not known. */
  address: string | null;
  openedAt: string;
  /** To five minutes. */
  lastSeenAt: string;
  isThis: boolean;
};

/** The user's sessions in force, this one first, then by when they were last seen. */
export async function sessionsOf(
  { signIn, clock }: Doors,
  userId: string,
  thisId: string,
): Promise<SessionFacts[]> {
  const rows = await signIn
    .select({
      sessionId: session.id,
      userAgent: session.userAgent,
      address: session.ipAddress,
      createdAt: session.createdAt,
      lastSeenAt: session.lastSeenAt,
    })
    .from(session)
    .where(and(eq(session.userId, userId), gt(session.expiresAt, dateAt(clock()))))
    .orderBy(desc(session.createdAt))
    .limit(200);
  return rows
    .map(({ sessionId, userAgent, address, createdAt, lastSeenAt }) => {
      const openedAt = instantAt(createdAt.getTime());
      return {
        sessionId,
        device: deviceWords(userAgent),
        address: address || null,
        openedAt,
        lastSeenAt: lastSeenAt ?? openedAt,
        isThis: sessionId === thisId,
      };
    })
    .sort((a, b) => Number(b.isThis) - Number(a.isThis) || (a.lastSeenAt < b.lastSeenAt ? 1 : -1));
}

/** Ends one session of the user, at once in every process. Answers whether there was one. */
export async function endSession(
  signIn: SignInDatabase,
  userId: string,
  sessionId: string,
): Promise<boolean> {
  const ended = await signIn
    .delete(session)
    .where(and(eq(session.userId, userId), eq(session.id, sessionId)))
    .returning({ id: session.id });
  return ended.length > 0;
}

/** Ends all sessions of the user but one. Answers how many. */
export async function endOtherSessions(
  signIn: Pick<SignInDatabase, "delete">,
  userId: string,
  thisId: string,
): Promise<number> {
  const ended = await signIn
    .delete(session)
    .where(and(eq(session.userId, userId), ne(session.id, thisId)))
    .returning({ id: session.id });
  return ended.length;
}
