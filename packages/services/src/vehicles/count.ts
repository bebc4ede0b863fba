import { type Count, countCap, type VehicleQuestion } from "@vehicle-contracts/contract-model";
import { type TenantTx, vehicle } from "@vehicle-contracts/database";
import { count, sql } from "drizzle-orm";
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
  const manyBy = async (byMake: boolean) => {
    const found = tx
      .select({ one: sql`1`.as("one") })
      .from(vehicle)
      .where(vehiclesAsked(tx.enterpriseId, sought, byMake))
      .limit(countCap + 1)
      .as("found");
    const [row] = await tx.select({ count: count() }).from(found);
    return row?.count ?? 0;
  };
  const pointedTo = await manyBy(false);
  const many = pointedTo === 0 && sought ? await manyBy(true) : pointedTo;
  return { count: Math.min(many, countCap), capped: many > countCap };
}
