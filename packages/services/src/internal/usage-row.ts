import type { Usage } from "@vehicle-contracts/contract-model";
import type { UsageTaken } from "@vehicle-contracts/contract-rules";
import {
  contract,
  contractUsage,
  prepared,
  preparedInsert,
  type TenantTx,
} from "@vehicle-contracts/database";
import { and, eq, getTableColumns, lt, type SQL, sql } from "drizzle-orm";

export type UsageRow = typeof contractUsage.$inferSelect;
/** An entry as the ledger tells it: with the one that takes it back. */
export type LedgerEntry = UsageRow & { reversedBy: string | null };

/** Named in full: of columns of one table alone Drizzle leaves the table's name out, and they would be the inner one's. */
const reversedBy = sql<string | null>`(select r.usage_id from contract_usage r
  where r.enterprise_id = contract_usage.enterprise_id and r.reverses = contract_usage.usage_id)`;
const entries = { ...getTableColumns(contractUsage), reversedBy };
const ofTenant = eq(contractUsage.enterpriseId, sql.placeholder("enterpriseId"));

const byId = prepared("usage_by_id", (db) =>
  db
    .select(entries)
    .from(contractUsage)
    .where(and(ofTenant, eq(contractUsage.usageId, sql.placeholder("usageId")))),
);
/** A contract's ledger before an entry, the latest first. */
export const usageBefore = prepared("usage_before", (db) =>
  db
    .select(entries)
    .from(contractUsage)
    .where(
      and(
        ofTenant,
        eq(contractUsage.contractId, sql.placeholder("contractId")),
        lt(contractUsage.usageId, sql`${sql.placeholder("before")}::uuid`),
      ),
    )
    .orderBy(sql`${contractUsage.usageId} desc`)
    .limit(sql.placeholder("limit")),
);

export const insertUsage = preparedInsert("insert_usage", contractUsage);

export const usageById = async (tx: TenantTx, usageId: string): Promise<LedgerEntry | undefined> =>
  (await byId(tx, { usageId }))[0];

/** The contract that an entry is of, as a condition. */
export const contractOfUsage: SQL = sql`${contract.contractId} = (select u.contract_id from contract_usage u
  where u.enterprise_id = ${sql.placeholder("enterpriseId")} and u.usage_id = ${sql.placeholder("usageId")})`;

/** What an entry took. */
export const takenBy = ({ kind, code, quantity, amountMinor, currency }: UsageRow): UsageTaken =>
  kind === "ALLOWANCE"
    ? { kind, code, quantity: quantity ?? 0 }
    : { kind, code, amount: { amountMinor: amountMinor ?? 0, currency: currency ?? "" } };

export const toUsage = (row: LedgerEntry): Usage => ({
  usageId: row.usageId,
  contractId: row.contractId,
  kind: row.kind,
  code: row.code,
  quantity: row.quantity,
  amount:
    row.amountMinor !== null && row.currency !== null
      ? { amountMinor: row.amountMinor, currency: row.currency }
      : null,
  date: row.date,
  odometer:
    row.odometerValue !== null && row.odometerUnit !== null
      ? { value: row.odometerValue, unit: row.odometerUnit }
      : null,
  repairOrder: row.repairOrder,
  job: row.job,
  reverses: row.reverses,
  reversedBy: row.reversedBy,
  reason: row.reason,
  recordedBy: row.recordedBy,
  recordedAt: row.recordedAt,
});
