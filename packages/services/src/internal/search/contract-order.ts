import { type ContractSort, type ContractSortKey, ContractStatus } from "@vehicle-contracts/contract-model";
import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { ContractSelection } from "./contract-selection.ts";
import { effectiveStatusOfRow, isEffectively } from "./effective-status-of-row.ts";
import { idList, textList } from "./lists.ts";

/** Where a page ended: the last row's value as text (null: it has none) and its id. */
export type Place = { readonly key: string | null; readonly contractId: string };

/** A value that rows are sorted by, as statements need it. */
type Key = {
  /** The value of the contract `c`. */
  readonly value: SQL;
  /** Whether rows may lack it; they come last in both directions. */
  readonly nullable: boolean;
  /** A text out of a place, as the type of the value. */
  readonly fromText: (text: string) => SQL;
  /** The value, in a column `k`, as the text of a place. */
  readonly toText: SQL;
  /** Where no index has the order: its few values, ascending. In an order, in its direction. */
  readonly steps?: readonly Step[];
};

/** One value of a key that has few, and which contracts `c` have it. */
type Step = { readonly key: string; readonly condition: SQL };

export type ContractOrder = Key & { readonly by: ContractSortKey; readonly descending: boolean };

const textKey = (value: SQL, nullable: boolean): Key => ({
  value,
  nullable,
  fromText: (text) => sql`${text}::text`,
  toText: sql`k`,
});
const dateKey = (value: SQL): Key => ({
  value,
  nullable: true,
  fromText: (text) => sql`${text}::date`,
  toText: sql`k::text`,
});
const instantKey = (value: SQL): Key => ({
  value,
  nullable: false,
  fromText: (text) => sql`${text}::timestamptz`,
  toText: sql`to_char(k at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
});

const columnKeys: Readonly<Record<Exclude<ContractSortKey, "effectiveStatus" | "store">, Key>> = {
  contractNumber: textKey(sql`c.contract_number`, true),
  vehicle: textKey(sql`c.vehicle_sort`, false),
  holder: textKey(sql`c.holder_sort`, true),
  startDate: dateKey(sql`c.start_date`),
  endDate: dateKey(sql`c.end_date`),
  createdAt: instantKey(sql`c.created_at`),
  updatedAt: instantKey(sql`c.updated_at`),
};

/** Along the life cycle: the statuses in the order in which the model names them. */
const statusKey = ({ todays, filter }: ContractSelection): Key => {
  const statuses = textList(ContractStatus.options);
  return {
    value: sql`array_position(${statuses}, ${effectiveStatusOfRow(todays)})`,
    nullable: false,
    fromText: (status) => sql`array_position(${statuses}, ${status}::text)`,
    toText: sql`(${statuses})[k]`,
    steps: ContractStatus.options
      .filter((status) => filter.effectiveStatus?.includes(status) ?? true)
      .map((key) => ({ key, condition: isEffectively([key], todays) })),
  };
};

const byCodePoint = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));

/** By the folded name; stores of one name are one step. */
const storeKey = (stores: readonly NamedStore[]): Key => {
  const names = textList(stores.map(({ sortName }) => sortName));
  const ids = idList(stores.map(({ storeId }) => storeId));
  const steps = [...new Set(stores.map(({ sortName }) => sortName))].sort(byCodePoint).map((key) => {
    const named = stores.filter(({ sortName }) => sortName === key).map(({ storeId }) => storeId);
    return { key, condition: sql`c.store_id = any(${idList(named)})` };
  });
  return { ...textKey(sql`(${names})[array_position(${ids}, c.store_id)] collate "C"`, false), steps };
};

type NamedStore = { readonly storeId: string; readonly sortName: string };

/** The order that is asked for. `stores` are those to look in, with their folded names. */
export function contractOrder(
  { by, direction }: ContractSort,
  selection: ContractSelection,
  stores: readonly NamedStore[],
): ContractOrder {
  const key =
    by === "effectiveStatus" ? statusKey(selection) : by === "store" ? storeKey(stores) : columnKeys[by];
  const descending = direction === "desc";
  return {
    ...key,
    by,
    descending,
    ...(key.steps && { steps: descending ? key.steps.toReversed() : key.steps }),
  };
}

const day = z.iso.date().nullable();
const text = z.string().refine((value) => value.isWellFormed() && !value.includes("\u0000"));
const keyTexts: Readonly<Record<ContractSortKey, z.ZodType<string | null>>> = {
  contractNumber: text.nullable(),
  vehicle: text,
  holder: text.nullable(),
  effectiveStatus: ContractStatus,
  startDate: day,
  endDate: day,
  store: text,
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
};

/** What a cursor of this order holds. */
export const placeIn = (by: ContractSortKey): z.ZodType<Place> =>
  z.strictObject({ key: keyTexts[by], contractId: z.uuid() });

/** `order by` for rows with the columns `k` and `contract_id`: rows without the value last, then by id in the same direction. */
export function orderBy({ nullable, descending }: ContractOrder): SQL {
  const direction = descending ? sql`desc` : sql`asc`;
  return sql`${nullable ? sql`k is null, ` : sql``}k ${direction}, contract_id ${direction}`;
}

/** Whether a row with the columns `k` and `contract_id` comes after the place, in the order of `orderBy`. */
export function comesAfter({ nullable, descending, fromText }: ContractOrder, place: Place | null): SQL {
  if (place === null) return sql`true`;
  const beyond = descending ? sql`<` : sql`>`;
  const idBeyond = sql`contract_id ${beyond} ${place.contractId}`;
  if (place.key === null) return sql`(k is null and ${idBeyond})`;
  const key = fromText(place.key);
  return sql`(k ${beyond} ${key} or (k = ${key} and ${idBeyond})${nullable ? sql` or k is null` : sql``})`;
}
