import type { TenantTx } from "@vehicle-contracts/database";
import { type Actor, requireRole } from "../actor.ts";
import { claimLinks, newSetPasswordLink } from "../internal/set-password-link.ts";
import { together } from "../internal/together.ts";
import { userAt } from "../internal/user-row.ts";
import { ServiceError } from "../service-error.ts";
import type { NewLink } from "./invite.ts";

/**
 * A new link to set the password, for one who has none yet or has forgotten it; the former link is void at once. Takes
 * an administrator. Throws FORBIDDEN, NOT_FOUND, and FORBIDDEN for a disabled user.
 */
export async function renewInvitation(
  tx: TenantTx,
  actor: Actor,
  input: { userId: string },
): Promise<NewLink> {
  requireRole(actor, "administrator");
  // Taken before the look at the user, who may be being disabled.
  const [, before] = await together([claimLinks(tx, input.userId), userAt(tx, input.userId)]);
  if (before.state === "DISABLED")
    throw new ServiceError({ code: "FORBIDDEN", message: "This user is disabled. Enable the user first." });
  const [link, invited] = await tx.last(
    together([newSetPasswordLink(tx, actor, input.userId), userAt(tx, input.userId)]),
  );
  return { user: invited, ...link };
}
