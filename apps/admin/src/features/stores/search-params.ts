import type { Route } from "next";
import { routes } from "../../routes.ts";
import { serializeSearched } from "../../ui/data-table/searched-params.ts";

/** The address of the same question's first page: for a place in the pages that is none any more. */
export const firstPageOf = ({ q }: { q: string }): Route => routes.storesWith(serializeSearched({ q }));
