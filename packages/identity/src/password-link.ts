import { Password } from "@vehicle-contracts/contract-model";
import { account, member, newId, session, setPasswordLink, user } from "@vehicle-contracts/database";
import type { SignInDatabase } from "@vehicle-contracts/database/unit-of-work";
import { hashSecretToken, ServiceError } from "@vehicle-contracts/services";
import { and, eq, gt, isNull } from "drizzle-orm";
import { type Clock, dateAt, instantAt } from "./clock.ts";
import { hashPassword } from "./passwords.ts";

/** `invitation` to one who never had a password, `reset` for one who has. */
export type LinkPurpose = "invitation" | "reset";
export type LinkFacts = { userId: string; name: string; email: string; purpose: LinkPurpose };

type Doors = { signIn: SignInDatabase; clock: Clock };

/** Whom the link is for; null where it was never made, was used, replaced or has ended, or its user is disabled. */
export async function inspectPasswordLink(
  { signIn, clock }: Doors,
  token: string,
): Promise<LinkFacts | null> {
  const [link] = await signIn
    .select({ userId: user.id, name: user.name, email: user.email, password: account.password })
    .from(setPasswordLink)
    .innerJoin(user, eq(user.id, setPasswordLink.userId))
    .innerJoin(member, and(eq(member.userId, user.id), eq(member.disabled, false)))
    .leftJoin(account, and(eq(account.userId, user.id), eq(account.providerId, "credential")))
    .where(openLink(token, clock))
    .limit(1);
  return link
    ? {
        userId: link.userId,
        name: link.name,
        email: link.email,
        purpose: link.password ? "reset" : "invitation",
      }
    : null;
}

/**
 * Sets the password of the link's user, uses the link up, and ends all sessions the user had. Of two at once one wins.
 * Throws INVALID (password) and NOT_FOUND (the link is not good any more).
 */
export async function acceptPasswordLink(doors: Doors, token: string, password: string): Promise<LinkFacts> {
  const good = Password.safeParse(password);
  if (!good.success) {
    const message = good.error.issues[0]?.message ?? "Is not a password.";
    throw new ServiceError({
      code: "INVALID",
      message: `The password: ${message}`,
      fields: [{ path: "password", code: "NOT_ALLOWED", message }],
    });
  }
  // Hashing takes long on purpose: never for a link that is not good, never within a transaction.
  const facts = await inspectPasswordLink(doors, token);
  if (!facts) throw linkGone();
  const hash = await hashPassword(good.data);

  const { signIn, clock } = doors;
  await signIn.transaction(async (tx) => {
    const now = clock();
    const [link] = await tx
      .update(setPasswordLink)
      .set({ usedAt: instantAt(now) })
      .where(openLink(token, clock))
      .returning({ userId: setPasswordLink.userId });
    if (!link) throw linkGone();
    await tx
      .update(setPasswordLink)
      .set({ usedAt: instantAt(now) })
      .where(and(eq(setPasswordLink.userId, link.userId), isNull(setPasswordLink.usedAt)));
    await tx
      .insert(account)
      .values(credentialOf(link.userId, hash, now))
      .onConflictDoUpdate({
        target: [account.providerId, account.accountId],
        set: { password: hash, updatedAt: dateAt(now) },
      });
    await tx
      .update(user)
      .set({ emailVerified: true, updatedAt: dateAt(now) })
      .where(eq(user.id, link.userId));
    await tx.delete(session).where(eq(session.userId, link.userId));
  });
  return facts;
}

/** The row in which better-auth looks for a user's password. */
export const credentialOf = (
  userId: string,
  passwordHash: string,
  now: number,
): typeof account.$inferInsert => ({
  id: newId(),
  accountId: userId,
  providerId: "credential",
  userId,
  password: passwordHash,
  createdAt: dateAt(now),
  updatedAt: dateAt(now),
});

const openLink = (token: string, clock: Clock) =>
  and(
    eq(setPasswordLink.tokenHash, hashSecretToken(token)),
    isNull(setPasswordLink.usedAt),
    gt(setPasswordLink.endsAt, instantAt(clock())),
  );

const linkGone = () =>
  new ServiceError({
    code: "NOT_FOUND",
    message:
      "This link is not good any more: a link works once, for a while, until a newer one is made. Ask for another.",
  });
