import type { ContractFilter } from "@vehicle-contracts/contract-model";
import { type SQL, sql } from "drizzle-orm";
import { isEffectively, storedStatusesOf } from "./effective-status-of-row.ts";
import { idList, textList } from "./lists.ts";
import { rowMatches } from "./row-matches.ts";
import type { SoughtText } from "./sought-text.ts";
import type { Today } from "./todays.ts";

/** What is asked of contracts, once ids are known to be there and stores to be granted. */
export type ContractSelection = {
  readonly vehicleId: string | null;
  /** The stores to look in; null is every store of the enterprise. */
  readonly storeIds: readonly string[] | null;
  readonly filter: ContractFilter;
  readonly text: SoughtText | null;
  /** The dates that hold at the stores to look in. */
  readonly todays: readonly Today[];
};

const isOneOf = (column: SQL, list: SQL) => sql`${column} = any(${list})`;

/** The stored statuses that can match; null where every one can. */
function storedStatuses({ status, effectiveStatus }: ContractFilter) {
  if (!effectiveStatus) return status ?? null;
  const possible = storedStatusesOf(effectiveStatus);
  return status ? possible.filter((stored) => status.includes(stored)) : possible;
}

/** Filters, stores and words as conditions on the contract `c`; vehicle and holder too, where nothing else sees to them. */
export function conditionsOf(selection: ContractSelection): SQL[] {
  const { vehicleId, storeIds, filter, text, todays } = selection;
  const stored = storedStatuses(filter);
  const conditions: (SQL | false | "" | null | undefined)[] = [
    vehicleId !== null && sql`c.vehicle_id = ${vehicleId}`,
    filter.holderId && isOneOf(sql`c.holder_id`, idList(filter.holderId)),
    stored && isOneOf(sql`c.status`, textList(stored)),
    storeIds && isOneOf(sql`c.store_id`, idList(storeIds)),
    filter.type && isOneOf(sql`c.type`, textList(filter.type)),
    filter.providerId && isOneOf(sql`c.provider_id`, idList(filter.providerId)),
    filter.endsFrom && sql`c.end_date >= ${filter.endsFrom}::date`,
    filter.endsTo && sql`c.end_date <= ${filter.endsTo}::date`,
    filter.effectiveStatus && isEffectively(filter.effectiveStatus, todays),
    text && rowMatches(text),
  ];
  return conditions.filter((condition) => condition instanceof Object);
}

/** All conditions as one. */
export const allOf = (conditions: readonly SQL[]): SQL =>
  conditions.length === 0 ? sql`true` : sql.join([...conditions], sql` and `);
