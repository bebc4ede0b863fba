import type { Route } from "next";
import { createLoader, createSerializer, parseAsString } from "nuqs/server";
import { routes } from "../../routes.ts";
import type { ClientQuestion } from "./queries.ts";

/** What the address of the list holds. */
export const clientsParams = { q: parseAsString.withDefault("") };

/** Reads the address on the server, with the place in the pages and the client that is open. */
export const loadClientsParams = createLoader({
  ...clientsParams,
  after: parseAsString,
  open: parseAsString,
});

const serialize = createSerializer(clientsParams);

/** The address of the same question's first page: for a place in the pages that is none any more. */
export const firstPageOf = ({ q }: { q: string }): Route => routes.apiClientsWith(serialize({ q }));

/** The question that the address asks. */
export function questionOf({ q }: { q: string }): ClientQuestion {
  const search = q.trim().slice(0, 200);
  return { search: search === "" ? null : search };
}
