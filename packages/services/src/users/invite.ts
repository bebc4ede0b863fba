import type { InviteUser, User } from "@vehicle-contracts/contract-model";
import {
  driverValues,
  member,
  newId,
  placesFor,
  prepared,
  type TenantTx,
  user,
} from "@vehicle-contracts/database";
import { and, eq, sql } from "drizzle-orm";
import { type Actor, requireRole } from "../actor.ts";
import { newSetPasswordLink } from "../internal/set-password-link.ts";
import { settleGrants } from "../internal/store-grants.ts";
import { storesOf } from "../internal/store-row.ts";
import { together } from "../internal/together.ts";
import { userAt } from "../internal/user-row.ts";
import { duplicate, type ServiceError } from "../service-error.ts";

const at = sql`${sql.placeholder("now")}::timestamptz`;
const addUser = prepared("add_user", (db) =>
  db
    .insert(user)
    .values({
      id: sql.placeholder("userId"),
      name: sql.placeholder("name"),
      email: sql.placeholder("email"),
      createdAt: at,
      updatedAt: at,
    })
    .onConflictDoNothing()
    .returning({ id: user.id }),
);
const addMember = prepared("add_member", (db) =>
  db.insert(member).values({
    ...placesFor(["id", "organizationId", "userId", "role", "allStores", "storeIds"]),
    createdAt: at,
  } as never),
);

/** A link by which a user sets the password: its token is nowhere else. */
export type NewLink = { user: User; path: string; endsAt: string };

/**
 * Adds a user with role and stores; takes an administrator. Answers a link to set the password, good once and for 48
 * hours, to hand over: it is shown this once. Throws FORBIDDEN, NOT_FOUND (a store), INVALID (no store), DUPLICATE (the
 * address is in use; who uses it is named only where they are of this enterprise).
 */
export async function inviteUser(tx: TenantTx, actor: Actor, input: InviteUser): Promise<NewLink> {
  requireRole(actor, "administrator");
  const userId = newId();
  const { name, email, role } = input;
  const [stores, [added]] = await together([
    storesOf(tx),
    addUser(tx, { userId, name, email, now: tx.startedAt }),
  ]);
  const grants = settleGrants(stores, role, input);
  if (!added) throw await addressInUse(tx, email);
  const membership = { id: newId(), organizationId: tx.enterpriseId, userId, role, ...grants };
  const [, link, invited] = await tx.last(
    together([
      addMember(tx, { ...driverValues(member, membership), now: tx.startedAt }),
      newSetPasswordLink(tx, actor, userId),
      userAt(tx, userId),
    ]),
  );
  return { user: invited, ...link };
}

async function addressInUse(tx: TenantTx, email: string): Promise<ServiceError> {
  const [own] = await tx
    .select({ userId: user.id, name: user.name })
    .from(user)
    .innerJoin(member, and(eq(member.userId, user.id), eq(member.organizationId, tx.enterpriseId)))
    .where(eq(user.email, email));
  const message = own
    ? `This address is in use: ${own.name} has it. Use another, or give them a new link.`
    : "This address is in use. Use another.";
  return duplicate(own?.userId ?? null, { path: "email", code: "DUPLICATE", message });
}
