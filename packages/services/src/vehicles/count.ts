import { type Count, countCap, type VehicleQuestion } from "@vehicle-contracts/contract-model";
import { type TenantTx, vehicle } from "@vehicle-contracts/database";
import { sql } from "drizzle-orm";
import { type Actor, requireAnyStore } from "../actor.ts";
import { soughtText } from "../internal/search/sought-text.ts";
import { vehiclesAsked } from "../internal/search/vehicles-asked.ts";

/**
 * How many vehicles the list of the same search has: exact up to 10,000; more are answered as 10,000 and `capped`.
 * Throws FORBIDDEN (an actor without any store).
 */
export async function countVehicles(tx: TenantTx, actor: Actor, input: VehicleQuestion): Promise<Count> {
  requireAnyStore(actor);
  const sought = soughtText(input.search);
  const manyBy = (byMake: boolean) => {
    const found = tx
      .select({ one: sql`1` })
      .from(vehicle)
      .where(vehiclesAsked(tx.enterpriseId, sought, byMake))
      .limit(countCap + 1);
    return sql`(select count(*)::int from ${found} found)`;
  };
  // Words of make, model and variant are looked for only where nothing is found without: as they are in the list.
  const either = sought ? sql`coalesce(nullif(${manyBy(false)}, 0), ${manyBy(true)})` : manyBy(false);
  const query = tx.select({ many: sql<number>`${either}` }).from(sql`(select) one`);
  const [row] = await tx.last(query.execute());
  const many = row?.many ?? 0;
  return { count: Math.min(many, countCap), capped: many > countCap };
}
