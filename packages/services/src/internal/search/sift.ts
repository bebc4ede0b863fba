import { type SQL, sql } from "drizzle-orm";
import { type Candidates, collected, isExact } from "./candidates.ts";
import { type ContractOrder, comesAfter, orderBy, type Place } from "./contract-order.ts";
import { allOf, type ContractSelection, conditionsOf } from "./contract-selection.ts";
import { leastToday } from "./todays.ts";

/** Sort keys that the index contract_facets holds, as it holds every filter. */
const inFacets: ReadonlySet<string> = new Set([
  "createdAt",
  "startDate",
  "endDate",
  "effectiveStatus",
  "store",
]);

/**
 * The first `count` rows after the place out of all that match: those that the candidates lead to, or, without
 * candidates, those that an index over the filters has (of the vehicle, of the holder, of the statuses).
 */
export function sift(
  enterpriseId: string,
  selection: ContractSelection,
  candidates: Candidates | null,
  order: ContractOrder,
  place: Place | null,
  count: number,
): SQL {
  const columns = sql`c.contract_id, ${order.value} as k`;
  const matching = candidates
    ? collected(enterpriseId, candidates, columns, stillAsked(selection))
    : indexed(enterpriseId, selection, order, columns);
  return sql`
    select contract_id, ${order.toText} as key from (${matching} offset 0) found
    where ${comesAfter(order, place)}
    order by ${orderBy(order)}
    limit ${count}::int`;
}

function indexed(
  enterpriseId: string,
  selection: ContractSelection,
  order: ContractOrder,
  columns: SQL,
): SQL {
  const { vehicleId, filter, text } = selection;
  const where = allOf(conditionsOf(selection));
  const atOnce = inFacets.has(order.by) || vehicleId !== null || filter.holderId || text;
  if (atOnce)
    return sql`select ${columns} from contract c where c.enterprise_id = ${enterpriseId} and ${where}`;
  // The rows themselves are read only once the index has told which match.
  return sql`
    select found.* from (
      select c.contract_id from contract c where c.enterprise_id = ${enterpriseId} and ${where} offset 0
    ) s cross join lateral (
      select ${columns} from contract c where c.enterprise_id = ${enterpriseId} and c.contract_id = s.contract_id offset 0
    ) found`;
}

/** What is to be asked of each candidate. */
const stillAsked = (selection: ContractSelection): SQL =>
  allOf(conditionsOf(selection.text && isExact(selection.text) ? { ...selection, text: null } : selection));

/** How many match, up to `cap`. */
export function counted(
  enterpriseId: string,
  selection: ContractSelection,
  candidates: Candidates | null,
  cap: number,
): SQL {
  const matching = candidates
    ? [collected(enterpriseId, candidates, sql`c.contract_id`, stillAsked(selection))]
    : partsOf(selection).map(
        (conditions) =>
          sql`select c.contract_id from contract c where c.enterprise_id = ${enterpriseId} and ${allOf(conditions)}`,
      );
  const parts = matching.map((part) => sql`(select 1 from (${part}) found limit ${cap}::int)`);
  return sql`select count(*)::int as matching from (select 1 from (${sql.join(parts, sql` union all `)}) found limit ${cap}::int) capped`;
}

/**
 * What matches, in parts that have nothing in common and each lie together on an index. Only what is pending is parted:
 * that which starts after today is stored as it will be, among all that is active, and the index by start has it in one
 * piece; of that which has started, what is stored so and waits for its provider.
 */
function partsOf(selection: ContractSelection): SQL[][] {
  const conditions = conditionsOf(selection);
  const today = leastToday(selection.todays);
  const onlyPending = selection.filter.effectiveStatus?.every((status) => status === "PENDING");
  if (!onlyPending || !today) return [conditions];
  const starts = sql`c.start_date > ${today}::date`;
  return [
    [...conditions, starts],
    [...conditions, sql`c.status = 'PENDING'`, sql`${starts} is not true`],
  ];
}
