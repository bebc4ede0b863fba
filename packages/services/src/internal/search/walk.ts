import { type SQL, sql } from "drizzle-orm";
import type { ContractOrder } from "./contract-order.ts";
import { allOf, type ContractSelection, conditionsOf } from "./contract-selection.ts";
import type { Stretch } from "./stretches.ts";

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
  const conditions = [...conditionsOf(selection), ...stretch.conditions];
  // A column that no index holds keeps the planner from reading an index over the filters whole, and sorting it.
  const fromRow = conditions.length > 0 ? sql`, c.version` : sql``;
  return sql`
    with walked as materialized (
      select c.contract_id, ${order.value} as k, (${allOf(conditions)}) as fits${fromRow}
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
