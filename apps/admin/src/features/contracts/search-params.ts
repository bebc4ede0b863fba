import { contractSortKeys, contractStatuses, contractTypes, isId } from "@vehicle-contracts/contract-model";
import type { Route } from "next";
import {
  createLoader,
  createParser,
  createSerializer,
  type inferParserType,
  parseAsArrayOf,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { routes } from "../../routes.ts";
import type { FilterValue } from "../../ui/filters/filter-field.ts";
import { scanned } from "../vehicles/scanned.ts";
import type { ContractQuestion, ContractSort } from "./queries.ts";
import { dateOn, isDateText } from "./relative-date.ts";

const known = (isGood: (text: string) => boolean) =>
  createParser({ parse: (text) => (isGood(text) ? text : null), serialize: (text: string) => text });

const id = known((text) => isId(text));
const date = known(isDateText);

/** What the address of the list holds. What is not understood is left out, so an old link still opens. */
export const contractsParams = {
  q: parseAsString.withDefault(""),
  type: parseAsArrayOf(parseAsStringLiteral(contractTypes)),
  status: parseAsArrayOf(parseAsStringLiteral(contractStatuses)),
  provider: parseAsArrayOf(id),
  holder: parseAsArrayOf(id),
  store: parseAsArrayOf(id),
  endsFrom: date,
  endsTo: date,
  sort: parseAsStringLiteral(contractSortKeys),
  order: parseAsStringLiteral(["asc", "desc"]),
};
export type ContractsParams = inferParserType<typeof contractsParams>;

/** Reads the address on the server, with the place in the pages. */
const serialize = createSerializer(contractsParams);
export const loadContractsParams = createLoader({ ...contractsParams, after: parseAsString });

/**
 * The address of the same question's first page: where a place in yesterday's pages leads, for it is none in today's when
 * the filter is relative to today.
 */
export const firstPageOf = (params: ContractsParams): Route => routes.contractsWith(serialize(params));

const everything: ContractsParams = {
  q: "",
  type: null,
  status: null,
  provider: null,
  holder: null,
  store: null,
  endsFrom: null,
  endsTo: null,
  sort: null,
  order: null,
};

/** Some of the contracts: those that the list shows at the address of `addressOf`. */
export const someContracts = (part: Partial<ContractsParams>): ContractsParams => ({
  ...everything,
  ...part,
});
export const addressOf = (part: Partial<ContractsParams>): Route => firstPageOf(someContracts(part));

/** Newest first, as the server has it when nothing is asked. */
const usualSort: ContractSort = { by: "createdAt", direction: "desc" };

export const sortOf = ({ sort, order }: ContractsParams): ContractSort =>
  sort === null ? usualSort : { by: sort, direction: order ?? "asc" };

const some = <Value>(values: readonly Value[] | null): Value[] | null =>
  values && values.length > 0 ? [...values].sort() : null;

/**
 * The question that the address asks: one for the list and its count. Relative dates are read on `today`; the store
 * chosen in the top bar holds where the address names none.
 */
export function questionOf(
  params: ContractsParams,
  { today, storeId }: { today: string; storeId: string | null },
): ContractQuestion {
  const search = scanned(params.q);
  return {
    search: search === "" ? null : search,
    filter: {
      type: some(params.type),
      effectiveStatus: some(params.status),
      providerId: some(params.provider),
      holderId: some(params.holder),
      storeId: some(params.store) ?? (storeId === null ? null : [storeId]),
      endsFrom: params.endsFrom && dateOn(today, params.endsFrom),
      endsTo: params.endsTo && dateOn(today, params.endsTo),
    },
  };
}

/** The chips of the address. */
export function chipsOf({
  type,
  status,
  provider,
  holder,
  store,
  endsFrom,
  endsTo,
}: ContractsParams): FilterValue {
  const chips: [string, readonly string[] | null][] = [
    ["type", some(type)],
    ["status", some(status)],
    ["provider", some(provider)],
    ["holder", some(holder)],
    ["store", some(store)],
    ["ends", endsFrom || endsTo ? [endsFrom ?? "", endsTo ?? ""] : null],
  ];
  return Object.fromEntries(chips.flatMap(([field, values]) => (values ? [[field, values]] : [])));
}

/** The address of the chips: what `chipsOf` reads. */
export function paramsOfChips(chips: FilterValue): Omit<ContractsParams, "q" | "sort" | "order"> {
  const [endsFrom = "", endsTo = ""] = chips.ends ?? [];
  const only = <Value extends string>(values: readonly string[] | undefined, all: readonly Value[]) =>
    some(all.filter((value) => values?.includes(value)));
  return {
    type: only(chips.type, contractTypes),
    status: only(chips.status, contractStatuses),
    provider: some(chips.provider ?? null),
    holder: some(chips.holder ?? null),
    store: some(chips.store ?? null),
    endsFrom: isDateText(endsFrom) ? endsFrom : null,
    endsTo: isDateText(endsTo) ? endsTo : null,
  };
}

/** Whether every store that the address names is among those granted. */
export const asksGrantedStores = (
  { store }: Pick<ContractsParams, "store">,
  granted: readonly { storeId: string }[],
): boolean => (store ?? []).every((named) => granted.some(({ storeId }) => storeId === named));
