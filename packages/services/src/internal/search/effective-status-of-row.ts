import type { ContractStatus } from "@vehicle-contracts/contract-model";
import { type SQL, sql } from "drizzle-orm";
import { type Today, todayOfRow } from "./todays.ts";

/**
 * The effective status of the contract `c`, by the table "first row that fits" of the rules' life cycle, at its own
 * store's today. A contract without start date has started.
 */
export function effectiveStatusOfRow(todays: readonly Today[]): SQL {
  const today = todayOfRow(todays);
  return sql`(case
    when c.status in ('DRAFT', 'EXPIRED', 'CANCELLED', 'VOID') then c.status
    when c.start_date > ${today} then case when c.status = 'SUSPENDED' then 'SUSPENDED' else 'PENDING' end
    when c.past_limit or c.end_date < ${today} then 'EXPIRED'
    when c.status = 'PENDING' and not c.awaiting_provider then 'ACTIVE'
    else c.status end)`;
}

/**
 * Whether the contract `c` effectively has one of these statuses: for each, when it holds. The same rule as above, turned
 * round so that dates, the cheapest to compare, decide most rows.
 */
export function isEffectively(statuses: readonly ContractStatus[], todays: readonly Today[]): SQL {
  const today = todayOfRow(todays);
  const started = sql`coalesce(c.start_date, '-infinity') <= ${today}`;
  const over = sql`(c.past_limit or coalesce(c.end_date, 'infinity') < ${today})`;
  const when: Readonly<Record<ContractStatus, SQL>> = {
    DRAFT: sql`c.status = 'DRAFT'`,
    CANCELLED: sql`c.status = 'CANCELLED'`,
    VOID: sql`c.status = 'VOID'`,
    PENDING: sql`(not ${started} and c.status in ('PENDING', 'ACTIVE') or c.awaiting_provider and ${started} and not ${over} and c.status = 'PENDING')`,
    ACTIVE: sql`(${started} and not ${over} and (c.status = 'ACTIVE' or c.status = 'PENDING' and not c.awaiting_provider))`,
    SUSPENDED: sql`(c.status = 'SUSPENDED' and not (${started} and ${over}))`,
    EXPIRED: sql`(c.status = 'EXPIRED' or ${started} and ${over} and c.status in ('PENDING', 'ACTIVE', 'SUSPENDED'))`,
  };
  return sql`(${sql.join(
    statuses.map((status) => when[status]),
    sql` or `,
  )})`;
}

const storedOf: Readonly<Record<ContractStatus, readonly ContractStatus[]>> = {
  DRAFT: ["DRAFT"],
  PENDING: ["PENDING", "ACTIVE"],
  ACTIVE: ["ACTIVE", "PENDING"],
  SUSPENDED: ["SUSPENDED"],
  EXPIRED: ["EXPIRED", "PENDING", "ACTIVE", "SUSPENDED"],
  CANCELLED: ["CANCELLED"],
  VOID: ["VOID"],
};

/** The stored statuses that can be effectively one of these: what an index on the stored one is asked for. */
export const storedStatusesOf = (effective: readonly ContractStatus[]): ContractStatus[] => [
  ...new Set(effective.flatMap((status) => storedOf[status])),
];
