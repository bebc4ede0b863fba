import type { Trpc } from "../../trpc/trpc-types.ts";

/** Questions about vehicles, a function a question: the page asks them on the server, the screen in the browser. */

/** Rows of a page of the list. */
const rowsOfPage = 25;

/** One vehicle of the group, with its latest readings. */
export const vehicleById = (trpc: Trpc, vehicleId: string) => trpc.vehicles.get.queryOptions({ vehicleId });

/** A page of vehicles, newest first, by part of VIN or plate, by customer or by make: the first where `cursor` is null. */
export const vehicleList = (trpc: Trpc, search: string | null, cursor: string | null = null) =>
  trpc.vehicles.list.queryOptions({ search, cursor, limit: rowsOfPage });

/** The readings of a vehicle by date, then as recorded, with those that a correction has withdrawn. */
export const readingsOf = (trpc: Trpc, vehicleId: string) =>
  trpc.vehicles.readings.queryOptions({ vehicleId });
