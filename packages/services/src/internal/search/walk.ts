import { type ContractSortKey, ContractStatus } from "@vehicle-contracts/contract-model";
import { type SQL, sql } from "drizzle-orm";
import type { ContractOrder, Place } from "./contract-order.ts";
import { allOf, type ContractSelection, conditionsOf } from "./contract-selection.ts";
import { effectiveStatusOfRow } from "./effective-status-of-row.ts";
import { leastToday } from "./todays.ts";

/** A stretch of the order that an index has in one piece. */
export type Stretch = {
  /** Conditions that say where the stretch begins and ends on its index. */
  readonly bounds: readonly SQL[];
  /** Further conditions on each row of it. */
  readonly conditions: readonly SQL[];
  /** The index order. */
  readonly order: SQL;
};

/** Stretches one after another, from a place on. `whole` says that nothing comes after the last of them. */
export type Stretches = { readonly stretches: readonly Stretch[]; readonly whole: boolean };

/** How the order from `place` on lies on indexes; no stretch at all where none has it. */
export function stretchesFrom(
  order: ContractOrder,
  place: Place | null,
  selection: ContractSelection,
): Stretches {
  if (order.by === "store") return { stretches: [], whole: false };
  if (order.by === "effectiveStatus") return statusStretch(order, place, selection);
  const { value, descending, fromText } = order;
  const direction = descending ? sql`desc` : sql`asc`;
  const beyond = descending ? sql`<` : sql`>`;
  const withValue: Stretch = {
    bounds: [
      ...(place?.key != null
        ? [sql`(${value}, c.contract_id) ${beyond} (${fromText(place.key)}, ${place.contractId}::uuid)`]
        : []),
      ...(order.nullable ? [sql`${value} is not null`] : []),
      ...valueBounds(order.by, selection),
    ],
    conditions: [],
    order: sql`${value} ${direction}, c.contract_id ${direction}`,
  };
  const without: Stretch = {
    bounds: [
      sql`${value} is null`,
      ...(place?.key === null ? [sql`c.contract_id ${beyond} ${place.contractId}::uuid`] : []),
    ],
    conditions: [],
    order: sql`c.contract_id ${direction}`,
  };
  if (place?.key === null) return { stretches: [without], whole: true };
  return { stretches: order.nullable ? [withValue, without] : [withValue], whole: true };
}

/** Bounds that follow from the filter, so that a walk by endDate does not begin long before what it seeks. */
function valueBounds(by: ContractSortKey, { filter, todays }: ContractSelection): SQL[] {
  if (by !== "endDate") return [];
  const today = leastToday(todays);
  const onlyActive = filter.effectiveStatus?.every((status) => status === "ACTIVE");
  return [
    ...(onlyActive && today ? [sql`c.end_date >= ${today}::date`] : []),
    ...(filter.endsFrom ? [sql`c.end_date >= ${filter.endsFrom}::date`] : []),
    ...(filter.endsTo ? [sql`c.end_date <= ${filter.endsTo}::date`] : []),
  ];
}

/** The first status alone, by id: the page is mostly in it. */
function statusStretch(
  order: ContractOrder,
  place: Place | null,
  { filter, todays }: ContractSelection,
): Stretches {
  const statuses = order.descending ? ContractStatus.options.toReversed() : ContractStatus.options;
  const at = ContractStatus.safeParse(place?.key).data;
  const from = at ? statuses.indexOf(at) : 0;
  const first = statuses.slice(from).find((status) => filter.effectiveStatus?.includes(status) ?? true);
  if (!first) return { stretches: [], whole: true };
  const beyond = order.descending ? sql`<` : sql`>`;
  const direction = order.descending ? sql`desc` : sql`asc`;
  const stretch: Stretch = {
    bounds: place !== null && first === at ? [sql`c.contract_id ${beyond} ${place.contractId}::uuid`] : [],
    conditions: [sql`${effectiveStatusOfRow(todays)} = ${first}::text`],
    order: sql`c.contract_id ${direction}`,
  };
  return { stretches: [stretch], whole: false };
}

/**
 * Reads a stretch in its order until `count` rows match or the budget is spent; in the latter case a last row without id
 * says so. The rows are judged as they come (the inner statement is read only as far as the outer one asks).
 */
export function walk(
  enterpriseId: string,
  selection: ContractSelection,
  order: ContractOrder,
  stretch: Stretch,
  count: number,
  budget: number,
): SQL {
  const fits = allOf([...conditionsOf(selection), ...stretch.conditions]);
  return sql`
    with walked as materialized (
      select c.contract_id, ${order.value} as k, (${fits}) as fits
      from contract c
      where ${allOf([sql`c.enterprise_id = ${enterpriseId}`, ...stretch.bounds])}
      order by ${stretch.order}
      limit ${budget}::int
    )
    (select contract_id, ${order.toText} as key from walked where fits limit ${count}::int)
    union all
    (select null, null from walked offset ${budget - 1}::int limit 1)
    limit ${count}::int`;
}
