import type { Session } from "@vehicle-contracts/contract-model";
import type { TenantTx } from "@vehicle-contracts/database";
import { type Actor, isGranted } from "../actor.ts";
import { ownEnterprise } from "../internal/enterprise-row.ts";
import { storesOf, withToday } from "../internal/store-row.ts";
import { together } from "../internal/together.ts";
import { userById } from "../internal/user-row.ts";

/** Who asks: role, enterprise, and the granted stores by name, each with its calendar date of now. */
export async function sessionOf(tx: TenantTx, actor: Actor): Promise<Session> {
  const [group, stores, user] = await tx.last(
    together([ownEnterprise(tx), storesOf(tx), actor.kind === "USER" ? userById(tx, actor.id) : undefined]),
  );
  return {
    user: { userId: actor.id, name: actor.name, email: user?.email ?? null },
    role: actor.role,
    enterprise: { enterpriseId: group.enterpriseId, name: group.name },
    allStores: actor.storeIds === "all",
    stores: stores.filter((one) => isGranted(actor, one.storeId)).map((one) => withToday(tx, one)),
  };
}
