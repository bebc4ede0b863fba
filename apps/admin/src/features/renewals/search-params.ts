import { type ConsentChannel, contractTypes, isId } from "@vehicle-contracts/contract-model";
import type { Route } from "next";
import {
  createLoader,
  createSerializer,
  type inferParserType,
  parseAsArrayOf,
  parseAsNumberLiteral,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { routes } from "../../routes.ts";
import type { FilterValue } from "../../ui/filters/filter-field.ts";
import type { RenewalQuestion } from "./queries.ts";

/** Days ahead that can be chosen. */
export const spans = [30, 60, 90, 180, 365] as const;

/** What the address of the list holds. What is not understood is left out, so an old link still opens. */
export const renewalsParams = {
  days: parseAsNumberLiteral(spans).withDefault(90),
  store: parseAsArrayOf(parseAsString),
  type: parseAsArrayOf(parseAsStringLiteral(contractTypes)),
};
export type RenewalsParams = inferParserType<typeof renewalsParams>;

const serialize = createSerializer(renewalsParams);
/** Reads the address on the server, with the place in the pages. */
export const loadRenewalsParams = createLoader({ ...renewalsParams, after: parseAsString });

/** The address of the same question's first page: where a place in pages that are gone leads. */
export const firstPageOf = (params: RenewalsParams): Route => routes.renewalsWith(serialize(params));

const some = <Value>(values: readonly Value[] | null): Value[] | null =>
  values && values.length > 0 ? [...new Set(values)].sort() : null;

/** The stores that are asked for: those of the address that are granted, else the one chosen in the top bar. */
function storesAsked(
  { store }: Pick<RenewalsParams, "store">,
  granted: readonly { storeId: string }[],
  chosen: string | null,
): string[] | null {
  const known = new Set(granted.map(({ storeId }) => storeId));
  const named = (store ?? []).filter((storeId) => isId(storeId) && known.has(storeId));
  return some(named) ?? (chosen ? [chosen] : null);
}

/** The question that the address asks: one for the list and its count. */
export const questionOf = (
  params: RenewalsParams,
  granted: readonly { storeId: string }[],
  chosen: string | null,
): RenewalQuestion => ({
  days: params.days,
  filter: { storeId: storesAsked(params, granted, chosen), type: some(params.type) },
});

/** Where the same is handed out as CSV, without those who did not agree to the channel. */
export function exportAddress({ days, filter }: RenewalQuestion, channel: ConsentChannel): string {
  const query = new URLSearchParams({ channel, days: String(days) });
  for (const storeId of filter?.storeId ?? []) query.append("store", storeId);
  for (const type of filter?.type ?? []) query.append("type", type);
  return `${routes.api.renewals}?${query}`;
}

/** The chips of the address. */
export function chipsOf({ store, type }: RenewalsParams): FilterValue {
  const chips = { store: some(store), type: some<string>(type) };
  return Object.fromEntries(
    Object.entries(chips).flatMap(([field, values]) => (values ? [[field, values]] : [])),
  );
}

/** The address of the chips: what `chipsOf` reads. */
export const paramsOfChips = (chips: FilterValue): Pick<RenewalsParams, "store" | "type"> => ({
  store: some(chips.store ?? null),
  type: some(contractTypes.filter((type) => chips.type?.includes(type))),
});
