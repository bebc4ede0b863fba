import type { ContractSortKey } from "@vehicle-contracts/contract-model";
import { type SQL, sql } from "drizzle-orm";
import type { ContractOrder, Place } from "./contract-order.ts";
import type { ContractSelection } from "./contract-selection.ts";
import { greatestToday, leastToday } from "./todays.ts";

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
type Stretches = { readonly stretches: readonly Stretch[]; readonly whole: boolean };

/** How the order from `place` on lies on indexes: what a walk follows. */
export function stretchesFrom(
  order: ContractOrder,
  place: Place | null,
  selection: ContractSelection,
): Stretches {
  if (order.steps) return stepStretch(order, place);
  const { value, descending, fromText } = order;
  const direction = descending ? sql`desc` : sql`asc`;
  const beyond = descending ? sql`<` : sql`>`;
  const withValue = (parts: readonly SQL[]): Stretch => ({
    bounds: [
      ...(place?.key != null
        ? [sql`(${value}, c.contract_id) ${beyond} (${fromText(place.key)}, ${place.contractId}::uuid)`]
        : []),
      ...(order.nullable ? [sql`${value} is not null`] : []),
      ...valueBounds(order.by, selection),
      ...parts,
    ],
    conditions: [],
    order: sql`${value} ${direction}, c.contract_id ${direction}`,
  });
  const early = runOutEarly(order.by, selection);
  const withValues = early
    ? [withValue([early.laterThanAnyDay, early.only]), withValue([early.over])]
    : [withValue([])];
  if (!descending) withValues.reverse();
  const without: Stretch = {
    bounds: [
      sql`${value} is null`,
      ...(early ? [early.only] : []),
      ...(place?.key === null ? [sql`c.contract_id ${beyond} ${place.contractId}::uuid`] : []),
    ],
    conditions: [],
    order: sql`c.contract_id ${direction}`,
  };
  if (place?.key === null) return { stretches: [without], whole: true };
  return { stretches: order.nullable ? [...withValues, without] : withValues, whole: true };
}

/**
 * Of what has run out, by endDate: those whose end is still to come have run out by distance or hours, or are stored so.
 * There is an index of these few; without it a walk from the latest end reads all that are in force before the first of
 * them.
 */
function runOutEarly(by: ContractSortKey, { filter, todays }: ContractSelection) {
  const today = greatestToday(todays);
  const onlyExpired = filter.effectiveStatus?.every((status) => status === "EXPIRED");
  if (by !== "endDate" || !onlyExpired || !today) return null;
  return {
    laterThanAnyDay: sql`c.end_date >= ${today}::date`,
    only: sql`(c.past_limit or c.status = 'EXPIRED')`,
    over: sql`c.end_date < ${today}::date`,
  };
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

/** The first step alone, by id: the page is mostly in it. */
function stepStretch({ steps = [], descending }: ContractOrder, place: Place | null): Stretches {
  const at = place === null ? 0 : steps.findIndex(({ key }) => key === place.key);
  const step = steps[at];
  if (!step) return { stretches: [], whole: false };
  const stretch: Stretch = {
    bounds:
      place === null ? [] : [sql`c.contract_id ${descending ? sql`<` : sql`>`} ${place.contractId}::uuid`],
    conditions: [step.condition],
    order: sql`c.contract_id ${descending ? sql`desc` : sql`asc`}`,
  };
  return { stretches: [stretch], whole: false };
}
