import { instantText, Temporal } from "@vehicle-contracts/contract-rules/temporal";
import { newId, setPasswordLink, type TenantTx } from "@vehicle-contracts/database";
import { and, eq, isNull } from "drizzle-orm";
import type { Actor } from "../actor.ts";
import { newSecretToken } from "../secret-token.ts";
import { claim } from "./claim.ts";
import { linkHours } from "./user-row.ts";

/** Lets only one transaction at a time make or void links of a user, so that two do not leave two that are good. */
export const claimLinks = (tx: TenantTx, userId: string): Promise<void> =>
  claim(tx, ["set-password links", userId]);

/**
 * A link for the user to set the password, good once and for 48 hours; former ones are void. The token is not stored. The
 * user is new, or the caller holds `claimLinks`.
 */
export async function newSetPasswordLink(
  tx: TenantTx,
  actor: Actor,
  userId: string,
): Promise<{ path: string; endsAt: string }> {
  await tx
    .update(setPasswordLink)
    .set({ usedAt: tx.startedAt })
    .where(and(eq(setPasswordLink.userId, userId), isNull(setPasswordLink.usedAt)));
  const { token, hash } = newSecretToken();
  const endsAt = instantText(Temporal.Instant.from(tx.startedAt).add({ hours: linkHours }));
  await tx.insert(setPasswordLink).values({
    id: newId(),
    tokenHash: hash,
    userId,
    endsAt,
    createdBy: actor.id,
    createdAt: tx.startedAt,
  });
  return { path: `/set-password/${token}`, endsAt };
}
