import type { Session } from "@vehicle-contracts/contract-model";
import { enterprise, store, type TenantTx } from "@vehicle-contracts/database";
import { asc, eq } from "drizzle-orm";
import { type Actor, isGranted } from "../actor.ts";
import { toStore, withToday } from "../internal/store-row.ts";
import { readUsers } from "../internal/user-row.ts";

/** Who asks: role, enterprise, and the granted stores by name, each with its calendar date of now. */
export async function sessionOf(tx: TenantTx, actor: Actor): Promise<Session> {
  const [group] = await tx.select().from(enterprise).where(eq(enterprise.enterpriseId, tx.enterpriseId));
  if (!group) throw new Error("The actor's enterprise is not in the register.");
  const rows = await tx
    .select()
    .from(store)
    .where(eq(store.enterpriseId, tx.enterpriseId))
    .orderBy(asc(store.name), asc(store.storeId));
  const [user] = actor.kind === "USER" ? await readUsers(tx, actor.id) : [];
  return {
    user: { userId: actor.id, name: actor.name, email: user?.email ?? null },
    role: actor.role,
    enterprise: { enterpriseId: group.enterpriseId, name: group.name },
    allStores: actor.storeIds === "all",
    stores: rows.filter((row) => isGranted(actor, row.storeId)).map((row) => withToday(tx, toStore(row))),
  };
}
