import type { Route } from "next";
import { createLoader, createSerializer, parseAsString } from "nuqs/server";
import { routes } from "../../routes.ts";
import { soughtText } from "../../ui/filters/sought-text.ts";
import type { StoreQuestion } from "./queries.ts";

/** What the address of the list holds. */
export const storesParams = { q: parseAsString.withDefault("") };

/** Reads the address on the server, with the place in the pages and the store that is open. */
export const loadStoresParams = createLoader({ ...storesParams, after: parseAsString, open: parseAsString });

const serialize = createSerializer(storesParams);

/** The address of the same question's first page: for a place in the pages that is none any more. */
export const firstPageOf = ({ q }: { q: string }): Route => routes.storesWith(serialize({ q }));

/** The question that the address asks. */
export function questionOf({ q }: { q: string }): StoreQuestion {
  const search = soughtText(q);
  return { search: search === "" ? null : search };
}
