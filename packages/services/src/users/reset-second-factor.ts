import type { User } from "@vehicle-contracts/contract-model";
import { recoveryCode, secondFactor, session, type TenantTx } from "@vehicle-contracts/database";
import { eq } from "drizzle-orm";
import { type Actor, requireRole } from "../actor.ts";
import { userAt } from "../internal/user-row.ts";
import { ServiceError } from "../service-error.ts";
import { noteSignInEvent } from "./sign-in-event.ts";

/**
 * Takes the second factor from a user who has lost the device: the password alone suffices until they set up another. All
 * their sessions end, since the device may hold one. Written down with who did it; takes an administrator. Throws
 * NOT_FOUND, FORBIDDEN, and FORBIDDEN for oneself: that is done with the password, on one's own page.
 */
export async function resetSecondFactor(
  tx: TenantTx,
  actor: Actor,
  input: { userId: string },
): Promise<{ user: User; warnings: never[] }> {
  requireRole(actor, "administrator");
  const before = await userAt(tx, input.userId);
  if (actor.kind === "USER" && actor.id === input.userId)
    throw new ServiceError({
      code: "FORBIDDEN",
      message: "Your own second factor is switched off on your account's page, with the password.",
    });
  if (!before.hasSecondFactor) return { user: before, warnings: [] };
  await tx.delete(recoveryCode).where(eq(recoveryCode.userId, input.userId));
  await tx.delete(secondFactor).where(eq(secondFactor.userId, input.userId));
  await tx.delete(session).where(eq(session.userId, input.userId));
  await noteSignInEvent(tx, actor, { userId: input.userId, what: "SECOND_FACTOR_RESET" });
  return { user: await userAt(tx, input.userId), warnings: [] };
}
