import { account, member, newId, setPasswordLink, user } from "@vehicle-contracts/database";
import type { SignInDatabase } from "@vehicle-contracts/database/unit-of-work";
import { newSecretToken } from "@vehicle-contracts/services";
import { and, eq, isNull } from "drizzle-orm";
import { type Clock, instantAt } from "./clock.ts";
import type { PasswordLink } from "./link-mail.ts";

const hour = 3_600_000;

/**
 * A link that the user of an address asked for: good once, for an hour. It voids the ones asked for before, not those an
 * administrator made, which no stranger is to end. Null where the address is nobody's who may sign in.
 */
export async function makeOwnLink(
  { signIn, clock }: { signIn: SignInDatabase; clock: Clock },
  email: string,
): Promise<PasswordLink | null> {
  const [found] = await signIn
    .select({ userId: user.id, name: user.name, email: user.email, password: account.password })
    .from(user)
    .innerJoin(member, and(eq(member.userId, user.id), eq(member.disabled, false)))
    .leftJoin(account, and(eq(account.userId, user.id), eq(account.providerId, "credential")))
    .where(eq(user.email, email.trim().toLowerCase()))
    .limit(1);
  if (!found) return null;
  const now = clock();
  const { token, hash } = newSecretToken();
  const endsAt = instantAt(now + hour);
  await signIn.transaction(async (tx) => {
    const former = and(
      eq(setPasswordLink.userId, found.userId),
      isNull(setPasswordLink.createdBy),
      isNull(setPasswordLink.usedAt),
    );
    await tx
      .update(setPasswordLink)
      .set({ usedAt: instantAt(now) })
      .where(former);
    await tx.insert(setPasswordLink).values({
      id: newId(),
      tokenHash: hash,
      userId: found.userId,
      endsAt,
      createdBy: null,
      createdAt: instantAt(now),
    });
  });
  const { name, email: to } = found;
  return {
    name,
    to,
    path: `/set-password/${token}`,
    endsAt,
    reason: found.password ? "forgotten" : "invitation",
  };
}
