import type { Inputs, Trpc } from "../../trpc/trpc-types.ts";

/** Questions about vehicles, a function a question: the page asks them on the server, the screen in the browser. */

/** What a list and its count are asked with, alike. */
export type VehicleQuestion = Inputs["vehicles"]["count"];
export type VehicleSort = NonNullable<Inputs["vehicles"]["list"]["sort"]>;

/** Rows of a page of the list. */
const rowsOfPage = 25;

/** One vehicle of the group, with its latest readings. */
export const vehicleById = (trpc: Trpc, vehicleId: string) => trpc.vehicles.get.queryOptions({ vehicleId });

/** A page of vehicles: the first where `cursor` is null. */
export const vehicleList = (
  trpc: Trpc,
  question: VehicleQuestion,
  { sort = null, cursor = null }: { sort?: VehicleSort | null; cursor?: string | null } = {},
) => trpc.vehicles.list.queryOptions({ ...question, sort, cursor, limit: rowsOfPage });

/** How many vehicles the list of the same question has; capped at 10,000. */
export const vehicleCount = (trpc: Trpc, question: VehicleQuestion) =>
  trpc.vehicles.count.queryOptions(question);

/** The readings of a vehicle by date, then as recorded, with those that a correction has withdrawn. */
export const readingsOf = (trpc: Trpc, vehicleId: string) =>
  trpc.vehicles.readings.queryOptions({ vehicleId });
