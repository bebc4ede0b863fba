import { instantText, Temporal } from "@vehicle-contracts/contract-rules/temporal";
import {
  newId,
  placesFor,
  prepared,
  preparedInsert,
  setPasswordLink,
  type TenantTx,
} from "@vehicle-contracts/database";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Actor } from "../actor.ts";
import { newSecretToken } from "../secret-token.ts";
import { claim } from "./claim.ts";
import { together } from "./together.ts";
import { linkHours } from "./user-row.ts";

/** Lets only one transaction at a time make or void links of a user, so that two do not leave two that are good. */
export const claimLinks = (tx: TenantTx, userId: string): Promise<void> =>
  claim(tx, ["set-password links", userId]);

const voidOpen = prepared("void_set_password_links", (db) =>
  db
    .update(setPasswordLink)
    .set(placesFor(["usedAt"]))
    .where(and(eq(setPasswordLink.userId, sql.placeholder("userId")), isNull(setPasswordLink.usedAt))),
);
const insertLink = preparedInsert("insert_set_password_link", setPasswordLink);

/** Voids the links of the user that are good. The caller holds `claimLinks`. */
export const voidLinks = (tx: TenantTx, userId: string): Promise<unknown> =>
  voidOpen(tx, { userId, usedAt: tx.startedAt });

/**
 * A link for the user to set the password, good once and for 48 hours; former ones are void. The token is not stored. The
 * user is new, or the caller holds `claimLinks`.
 */
export async function newSetPasswordLink(
  tx: TenantTx,
  actor: Actor,
  userId: string,
): Promise<{ path: string; endsAt: string }> {
  const { token, hash } = newSecretToken();
  const endsAt = instantText(Temporal.Instant.from(tx.startedAt).add({ hours: linkHours }));
  await together([
    voidLinks(tx, userId),
    insertLink(tx, {
      id: newId(),
      tokenHash: hash,
      userId,
      endsAt,
      createdBy: actor.id,
      createdAt: tx.startedAt,
    }),
  ]);
  return { path: `/set-password/${token}`, endsAt };
}
