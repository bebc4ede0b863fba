import { providerKinds } from "@vehicle-contracts/contract-model";
import type { Route } from "next";
import {
  createLoader,
  createSerializer,
  type inferParserType,
  parseAsArrayOf,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { routes } from "../../routes.ts";
import type { FilterValue } from "../../ui/filters/filter-field.ts";
import { soughtText } from "../../ui/filters/sought-text.ts";
import type { ProviderQuestion } from "./queries.ts";

/** What the address of the list holds. What is not understood is left out, so an old link still opens. */
export const providersParams = {
  q: parseAsString.withDefault(""),
  kind: parseAsArrayOf(parseAsStringLiteral(providerKinds)),
};
export type ProvidersParams = inferParserType<typeof providersParams>;

/** Reads the address on the server, with the place in the pages and the provider that is open. */
export const loadProvidersParams = createLoader({
  ...providersParams,
  after: parseAsString,
  open: parseAsString,
});

const serialize = createSerializer(providersParams);

/** The address of the same question's first page: for a place in the pages that is none any more. */
export const firstPageOf = (params: ProvidersParams): Route => routes.providersWith(serialize(params));

/** The question that the address asks. */
export function questionOf({ q, kind }: ProvidersParams): ProviderQuestion {
  const search = soughtText(q);
  return {
    search: search === "" ? null : search,
    filter: { kind: kind && kind.length > 0 ? [...kind].sort() : null },
  };
}

/** The chips of the address. */
export const chipsOf = ({ kind }: ProvidersParams): FilterValue => (kind && kind.length > 0 ? { kind } : {});

/** The address of the chips: what `chipsOf` reads. */
export function paramsOfChips({ kind }: FilterValue): Pick<ProvidersParams, "kind"> {
  const named = providerKinds.filter((known) => kind?.includes(known));
  return { kind: named.length > 0 ? named : null };
}
