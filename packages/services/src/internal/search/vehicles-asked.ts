import { vehicle } from "@vehicle-contracts/database";
import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { SoughtText } from "./sought-text.ts";
import { madeOrPointedTo, vehiclesPointedTo } from "./vehicle-matches.ts";

/**
 * Whether a row of `vehicle` is one of those that are asked for: the same for the list and its count. `byMake`: words of
 * make, model and variant count too, as they do where nothing is found without.
 */
export const vehiclesAsked = (
  enterpriseId: string,
  sought: SoughtText | null,
  byMake: boolean,
): SQL | undefined =>
  and(eq(vehicle.enterpriseId, enterpriseId), sought ? matching(enterpriseId, sought, byMake) : undefined);

const matching = (enterpriseId: string, sought: SoughtText, byMake: boolean): SQL =>
  byMake
    ? madeOrPointedTo(enterpriseId, sought)
    : inArray(vehicle.vehicleId, sql`(${vehiclesPointedTo(enterpriseId, sought)})`);
