import type { ContractFilter, ContractPage, ContractRead } from "@vehicle-contracts/contract-model";
import type { UsageTaken } from "@vehicle-contracts/contract-rules";
import {
  contract,
  contractParty,
  contractPlanVersion,
  contractReference,
  contractRevision,
  contractUsage,
  enterprise,
  hoursReading,
  odometerReading,
  party,
  provider,
  refundQuote,
  searchTerm,
  store,
  vehicle,
} from "@vehicle-contracts/database";
import type { Database } from "@vehicle-contracts/database/unit-of-work";
import { type Actor, listContracts } from "@vehicle-contracts/services";
import { eq } from "drizzle-orm";

/** Someone who may read all of a group. */
export const administrator = (enterpriseId: string): Actor => ({
  kind: "USER",
  id: "reader",
  name: "Reader",
  enterpriseId,
  role: "administrator",
  storeIds: "all",
  scopes: "all",
  onBehalfOf: null,
  correlationId: "reads",
});

const tenantTables = {
  enterprise,
  store,
  vehicle,
  odometerReading,
  hoursReading,
  party,
  provider,
  contract,
  contractParty,
  contractPlanVersion,
  contractReference,
  contractRevision,
  contractUsage,
  refundQuote,
  searchTerm,
};

/** Every row of a group, each table in the order of its text. */
export const rowsOf = ({ database }: { database: Database }, enterpriseId: string) =>
  database.read(enterpriseId, async (tx) => {
    const rows: Record<string, string[]> = {};
    for (const [name, table] of Object.entries(tenantTables))
      rows[name] = (await tx.select().from(table).where(eq(table.enterpriseId, enterpriseId)))
        .map((row) => JSON.stringify(row))
        .sort();
    return rows;
  });

/** Every contract of a group that the list finds, by effective status or all. */
export async function contractsIn(
  database: Database,
  enterpriseId: string,
  filter: ContractFilter,
): Promise<ContractRead[]> {
  const found: ContractRead[] = [];
  let cursor: string | null = null;
  do {
    const after: string | null = cursor;
    const page: ContractPage = await database.read(enterpriseId, (tx) =>
      listContracts(tx, administrator(enterpriseId), { filter, cursor: after, limit: 200 }),
    );
    found.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return found;
}

/** A reading of the odometer as the rules see it. */
export const asRead = ({ date, correction, value, unit }: typeof odometerReading.$inferSelect) => ({
  ...{ date, correction, odometer: { value, unit } },
});

/** A row of the ledger as the rules see it: what was taken and by which job, or which entry it takes back. */
export function entryOf(row: typeof contractUsage.$inferSelect) {
  const { usageId, kind, code, quantity, amountMinor, currency, date, reverses } = row;
  const what: UsageTaken =
    kind === "ALLOWANCE"
      ? { kind, code, quantity: quantity ?? 0 }
      : { kind, code, amount: { amountMinor: amountMinor ?? 0, currency: currency ?? "" } };
  const odometer = { value: row.odometerValue ?? 0, unit: row.odometerUnit ?? ("KM" as const) };
  return {
    what,
    job: { date, odometer },
    entry: reverses === null ? { usageId, ...what } : { usageId, reverses },
  };
}
