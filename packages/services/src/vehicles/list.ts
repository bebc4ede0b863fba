import {
  defaultPageSize,
  type ListVehicles,
  type Vehicle,
  type VehicleSort,
} from "@vehicle-contracts/contract-model";
import { type TenantTx, vehicle } from "@vehicle-contracts/database";
import { and, asc, desc, getTableColumns, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { z } from "zod";
import { type Actor, requireAnyStore } from "../actor.ts";
import { fromCursor, toCursor } from "../internal/cursor.ts";
import { soughtText } from "../internal/search/sought-text.ts";
import { vehiclesAsked } from "../internal/search/vehicles-asked.ts";
import { toVehicle, type VehicleRow } from "../internal/vehicle-row.ts";

const text = z.string().refine((value) => value.isWellFormed() && !value.includes("\u0000"));
const placeOf = (key: z.ZodType<string>) => z.strictObject({ key, vehicleId: z.uuid(), byMake: z.boolean() });
const places = { name: placeOf(text), createdAt: placeOf(z.iso.datetime()) } as const;
type Place = z.infer<ReturnType<typeof placeOf>>;

const newest: VehicleSort = { by: "createdAt", direction: "desc" };

/**
 * Vehicles of the group, newest first, or as asked. A search looks for any part of the VIN (4 characters) or the plate (3),
 * and for the holder's name and the number of contracts on the vehicle; several words must all match. Where nothing is
 * found so, words of make, model and variant count too. Throws FORBIDDEN (an actor without any store), INVALID (a cursor
 * of another search or sort).
 */
export async function listVehicles(
  tx: TenantTx,
  actor: Actor,
  input: ListVehicles,
): Promise<{ items: Vehicle[]; nextCursor: string | null }> {
  requireAnyStore(actor);
  const sort = input.sort ?? newest;
  const question = { vehicles: (input.search ?? "").trim(), sort };
  const place = fromCursor<Place>(question, places[sort.by], input.cursor);
  const limit = input.limit ?? defaultPageSize;
  const sought = soughtText(input.search);
  const by = (byMake: boolean) =>
    pageAfter(tx, vehiclesAsked(tx.enterpriseId, sought, byMake), sort, place, {
      byMake,
      count: limit + 1,
    });
  const query = sought && place === null ? orElse(tx, by(false), by(true), sort) : by(place?.byMake ?? false);
  const rows = await tx.last(query.execute());
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const next = last && { key: keyOf(last, sort), vehicleId: last.vehicleId, byMake: last.byMake };
  return { items: page.map(toVehicle), nextCursor: rows.length > limit ? toCursor(question, next) : null };
}

const keyOf = (row: VehicleRow, { by }: VehicleSort) => (by === "name" ? row.sortName : row.createdAt);

const row = getTableColumns(vehicle);
/** Whether words of make, model and variant were what found the row. */
const marked = (byMake: boolean) => sql<boolean>`${sql.raw(String(byMake))}`.as("by_make");

function orderOf({ by, direction }: VehicleSort): SQL[] {
  const order = direction === "asc" ? asc : desc;
  return [order(by === "name" ? vehicle.sortName : vehicle.createdAt), order(vehicle.vehicleId)];
}

const pageAfter = (
  tx: TenantTx,
  condition: SQL | undefined,
  sort: VehicleSort,
  place: Place | null,
  { byMake, count }: { byMake: boolean; count: number },
) =>
  tx
    .select({ ...row, byMake: marked(byMake) })
    .from(vehicle)
    .where(and(condition, place ? after(sort, place) : undefined))
    .orderBy(...orderOf(sort))
    .limit(count);

// By their names: Drizzle does not see that what it selects from has them.
const rowOfEither = Object.fromEntries(
  Object.entries(row).map(([field, column]) => [field, sql`${sql.identifier(column.name)}`.mapWith(column)]),
) as unknown as typeof row;

/** The one page, or, only where that has no row, the other: in one statement, which never runs what is not needed. */
const orElse = (tx: TenantTx, one: SQLWrapper, other: SQLWrapper, sort: VehicleSort) =>
  tx
    .select({ ...rowOfEither, byMake: sql<boolean>`by_make` })
    .from(
      sql`(with one as materialized ${one} select * from one
        union all select * from ${other} other where not exists (select from one)) ${vehicle}`,
    )
    .orderBy(...orderOf(sort));

function after({ by, direction }: VehicleSort, { key, vehicleId }: Place): SQL {
  const beyond = sql.raw(direction === "asc" ? ">" : "<");
  return by === "name"
    ? sql`(${vehicle.sortName}, ${vehicle.vehicleId}) ${beyond} (${key}::text, ${vehicleId}::uuid)`
    : sql`(${vehicle.createdAt}, ${vehicle.vehicleId}) ${beyond} (${key}::timestamptz, ${vehicleId}::uuid)`;
}
