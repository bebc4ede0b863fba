import { type Count, countCap, type PartyQuestion } from "@vehicle-contracts/contract-model";
import { party, type TenantTx } from "@vehicle-contracts/database";
import { count, sql } from "drizzle-orm";
import { type Actor, requireAnyStore } from "../actor.ts";
import { partiesAsked } from "../internal/search/parties-asked.ts";

/**
 * How many parties the list of the same question has: exact up to 10,000; more are answered as 10,000 and `capped`.
 * Throws FORBIDDEN (an actor without any store).
 */
export async function countParties(tx: TenantTx, actor: Actor, input: PartyQuestion): Promise<Count> {
  requireAnyStore(actor);
  const found = tx
    .select({ one: sql`1`.as("one") })
    .from(party)
    .where(partiesAsked(tx.enterpriseId, input))
    .limit(countCap + 1)
    .as("found");
  const [row] = await tx.last(tx.select({ count: count() }).from(found).execute());
  const many = row?.count ?? 0;
  return { count: Math.min(many, countCap), capped: many > countCap };
}
