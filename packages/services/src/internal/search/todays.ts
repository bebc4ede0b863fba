import { todayIn } from "@vehicle-contracts/contract-rules/temporal";
import { type SQL, sql } from "drizzle-orm";
import { idList } from "./lists.ts";

/** Stores that have the same date now: at most three dates hold in the world at once. Never empty. */
export type Today = { readonly date: string; readonly storeIds: readonly string[] };

/** The dates that hold at the stores, the commonest first. */
export function todaysOf(
  stores: readonly { storeId: string; timeZone: string }[],
  now: string,
): readonly Today[] {
  const byDate = new Map<string, string[]>();
  for (const { storeId, timeZone } of stores) {
    const date = todayIn(timeZone, now);
    byDate.set(date, [...(byDate.get(date) ?? []), storeId]);
  }
  return [...byDate]
    .map(([date, storeIds]) => ({ date, storeIds }))
    .sort((a, b) => b.storeIds.length - a.storeIds.length);
}

/** The date that holds at the store of the contract `c`. */
export function todayOfRow(todays: readonly Today[]): SQL {
  const [commonest, ...others] = todays;
  if (!commonest) return sql`null::date`;
  if (others.length === 0) return sql`${commonest.date}::date`;
  const cases = others.map(
    ({ date, storeIds }) => sql`when c.store_id = any(${idList(storeIds)}) then ${date}::date`,
  );
  return sql`(case ${sql.join(cases, sql` `)} else ${commonest.date}::date end)`;
}

/** The greatest of the dates. */
export const greatestToday = (todays: readonly Today[]): string | undefined =>
  todays
    .map(({ date }) => date)
    .sort()
    .at(-1);

/** The least of the dates. */
export const leastToday = (todays: readonly Today[]): string | undefined =>
  todays.map(({ date }) => date).sort()[0];
