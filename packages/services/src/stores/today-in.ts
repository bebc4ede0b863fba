import type { TodayIn, TodayThere } from "@vehicle-contracts/contract-model";
import { todayIn } from "@vehicle-contracts/contract-rules/temporal";
import type { TenantTx } from "@vehicle-contracts/database";
import { type Actor, requireRole } from "../actor.ts";

/** What day it is in a time zone by the register's clock, before a store is given it. Throws FORBIDDEN. */
export async function todayInZone(tx: TenantTx, actor: Actor, input: TodayIn): Promise<TodayThere> {
  requireRole(actor, "administrator");
  return { today: todayIn(input.timeZone, tx.startedAt) };
}
