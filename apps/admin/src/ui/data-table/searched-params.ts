import { createLoader, createSerializer, parseAsString } from "nuqs/server";
import { soughtText } from "../filters/sought-text.ts";

/** What the address holds of a list that is searched and nothing else. */
export const searchedParams = { q: parseAsString.withDefault("") };
type Searched = { q: string };

/** Reads the address on the server, with the place in the pages and the row that is open. */
export const loadSearchedParams = createLoader({
  ...searchedParams,
  after: parseAsString,
  open: parseAsString,
});

export const serializeSearched = createSerializer(searchedParams);

/** The question that the address asks. */
export function searchedQuestion({ q }: Searched): { search: string | null } {
  const search = soughtText(q);
  return { search: search === "" ? null : search };
}
