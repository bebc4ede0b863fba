import { defaultPageSize, type ListInput, type Vehicle } from "@vehicle-contracts/contract-model";
import { type TenantTx, vehicle } from "@vehicle-contracts/database";
import { and, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { type Actor, requireAnyStore } from "../actor.ts";
import { fromCursor, toCursor } from "../internal/cursor.ts";
import { type SoughtText, soughtText } from "../internal/search/sought-text.ts";
import { madeOrPointedTo, vehiclesPointedTo } from "../internal/search/vehicle-matches.ts";
import { toVehicle, type VehicleRow } from "../internal/vehicle-row.ts";

const Place = z.strictObject({ createdAt: z.iso.datetime(), vehicleId: z.uuid(), byMake: z.boolean() });

/**
 * Vehicles of the group, newest first. A search looks for any part of the VIN (4 characters) or the plate (3), and for the
 * holder's name and the number of contracts on the vehicle; several words must all match. Where nothing is found so,
 * words of make, model and variant count too. Throws FORBIDDEN (an actor without any store), INVALID (a cursor of
 * another search).
 */
export async function listVehicles(
  tx: TenantTx,
  actor: Actor,
  input: ListInput,
): Promise<{ items: Vehicle[]; nextCursor: string | null }> {
  requireAnyStore(actor);
  const question = { vehicles: (input.search ?? "").trim() };
  const place = fromCursor(question, Place, input.cursor);
  const limit = input.limit ?? defaultPageSize;
  const text = soughtText(input.search);
  const rowsBy = (byMake: boolean) => newest(tx, text && matching(tx, text, byMake), place, limit + 1);

  let byMake = place?.byMake ?? false;
  let rows = await rowsBy(byMake);
  if (rows.length === 0 && text && place === null) {
    byMake = true;
    rows = await rowsBy(byMake);
  }
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const next = last && { createdAt: last.createdAt, vehicleId: last.vehicleId, byMake };
  return { items: page.map(toVehicle), nextCursor: rows.length > limit ? toCursor(question, next) : null };
}

const matching = (tx: TenantTx, text: SoughtText, byMake: boolean): SQL =>
  byMake
    ? madeOrPointedTo(tx.enterpriseId, text)
    : inArray(vehicle.vehicleId, sql`(${vehiclesPointedTo(tx.enterpriseId, text)})`);

const newest = (
  tx: TenantTx,
  condition: SQL | null,
  after: { createdAt: string; vehicleId: string } | null,
  count: number,
): Promise<VehicleRow[]> =>
  tx
    .select()
    .from(vehicle)
    .where(
      and(
        eq(vehicle.enterpriseId, tx.enterpriseId),
        condition ?? undefined,
        after
          ? sql`(${vehicle.createdAt}, ${vehicle.vehicleId}) < (${after.createdAt}::timestamptz, ${after.vehicleId}::uuid)`
          : undefined,
      ),
    )
    .orderBy(desc(vehicle.createdAt), desc(vehicle.vehicleId))
    .limit(count);
