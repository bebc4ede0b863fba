import { consentChannels, partyKinds, partySortKeys } from "@vehicle-contracts/contract-model";
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
import type { CustomerQuestion, CustomerSort } from "./queries.ts";

/** What the address of the list holds. What is not understood is left out, so an old link still opens. */
export const customersParams = {
  q: parseAsString.withDefault(""),
  kind: parseAsArrayOf(parseAsStringLiteral(partyKinds)),
  consent: parseAsArrayOf(parseAsStringLiteral(consentChannels)),
  sort: parseAsStringLiteral(partySortKeys),
  order: parseAsStringLiteral(["asc", "desc"]),
};
export type CustomersParams = inferParserType<typeof customersParams>;

const serialize = createSerializer(customersParams);
/** Reads the address on the server, with the place in the pages. */
export const loadCustomersParams = createLoader({ ...customersParams, after: parseAsString });

/** The address of the same question's first page: where a place in pages that are gone leads. */
export const firstPageOf = (params: CustomersParams): Route => routes.customersWith(serialize(params));

/** By name, as the server has it when nothing is asked. */
const usualSort: CustomerSort = { by: "name", direction: "asc" };

export const sortOf = ({ sort, order }: CustomersParams): CustomerSort =>
  sort === null ? usualSort : { by: sort, direction: order ?? "asc" };

const some = <Value>(values: readonly Value[] | null): Value[] | null =>
  values && values.length > 0 ? [...new Set(values)].sort() : null;

/** The question that the address asks: one for the list and its count. */
export function questionOf({ q, kind, consent }: CustomersParams): CustomerQuestion {
  const search = sought(q);
  return { search: search === "" ? null : search, filter: { kind: some(kind), consent: some(consent) } };
}

/** What was typed, as it is sought: at most what the server takes. */
export const sought = (text: string): string => soughtText(text);

/** The chips of the address. */
export function chipsOf({ kind, consent }: CustomersParams): FilterValue {
  const chips = { kind: some<string>(kind), consent: some<string>(consent) };
  return Object.fromEntries(
    Object.entries(chips).flatMap(([field, values]) => (values ? [[field, values]] : [])),
  );
}

/** The address of the chips: what `chipsOf` reads. */
export function paramsOfChips(chips: FilterValue): Pick<CustomersParams, "kind" | "consent"> {
  const only = <Value extends string>(values: readonly string[] | undefined, all: readonly Value[]) =>
    some(all.filter((value) => values?.includes(value)));
  return {
    kind: only(chips.kind, partyKinds),
    consent: only(chips.consent, consentChannels),
  };
}
