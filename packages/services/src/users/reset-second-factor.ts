import type { User } from "@vehicle-contracts/contract-model";
import { prepared, recoveryCode, secondFactor, type TenantTx } from "@vehicle-contracts/database";
import { eq, sql } from "drizzle-orm";
import { type Actor, requireRole } from "../actor.ts";
import { endSessions } from "../internal/end-sessions.ts";
import { noteSignInEvent } from "../internal/sign-in-event.ts";
import { together } from "../internal/together.ts";
import { userAt } from "../internal/user-row.ts";
import { ServiceError } from "../service-error.ts";

const deleteRecoveryCodes = prepared("delete_recovery_codes", (db) =>
  db.delete(recoveryCode).where(eq(recoveryCode.userId, sql.placeholder("userId"))),
);
const deleteSecondFactor = prepared("delete_second_factor", (db) =>
  db.delete(secondFactor).where(eq(secondFactor.userId, sql.placeholder("userId"))),
);

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
  const { userId } = input;
  const [, , , , now] = await tx.last(
    together([
      deleteRecoveryCodes(tx, { userId }),
      deleteSecondFactor(tx, { userId }),
      endSessions(tx, userId),
      noteSignInEvent(tx, actor, { userId, what: "SECOND_FACTOR_RESET" }),
      userAt(tx, userId),
    ]),
  );
  return { user: now, warnings: [] };
}
