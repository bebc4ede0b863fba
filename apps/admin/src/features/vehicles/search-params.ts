import { vehicleSortKeys } from "@vehicle-contracts/contract-model";
import type { Route } from "next";
import {
  createLoader,
  createSerializer,
  type inferParserType,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { routes } from "../../routes.ts";
import type { VehicleQuestion, VehicleSort } from "./queries.ts";
import { scanned } from "./scanned.ts";

/** What the address of the list holds. What is not understood is left out, so an old link still opens. */
export const vehiclesParams = {
  q: parseAsString.withDefault(""),
  sort: parseAsStringLiteral(vehicleSortKeys),
  order: parseAsStringLiteral(["asc", "desc"]),
};
export type VehiclesParams = inferParserType<typeof vehiclesParams>;

const serialize = createSerializer(vehiclesParams);
/** Reads the address on the server, with the place in the pages. */
export const loadVehiclesParams = createLoader({ ...vehiclesParams, after: parseAsString });

/** The address of the same question's first page: where a place in pages that are gone leads. */
export const firstPageOf = (params: VehiclesParams): Route => routes.vehiclesWith(serialize(params));

/** Newest first, as the server has it when nothing is asked. */
const usualSort: VehicleSort = { by: "createdAt", direction: "desc" };

export const sortOf = ({ sort, order }: VehiclesParams): VehicleSort =>
  sort === null ? usualSort : { by: sort, direction: order ?? "asc" };

/** The question that the address asks: one for the list and its count. */
export function questionOf({ q }: Pick<VehiclesParams, "q">): VehicleQuestion {
  const search = scanned(q);
  return { search: search === "" ? null : search };
}
