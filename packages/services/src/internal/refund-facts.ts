import type {
  Contract,
  ContractRead,
  Distance,
  RefundInputs,
  RefundRuleSetReference,
} from "@vehicle-contracts/contract-model";
import {
  hoursStanding,
  odometerStanding,
  shippedRuleSet,
  usualRuleSet,
} from "@vehicle-contracts/contract-rules";
import {
  contract,
  contractUsage,
  enterprise,
  hoursReading,
  odometerReading,
  prepared,
  refundRuleSet,
  store,
  type TenantTx,
} from "@vehicle-contracts/database";
import { and, asc, eq, getTableColumns, type SQL, sql } from "drizzle-orm";
import { askForContracts } from "./contract-row.ts";
import { ownVersion, type RuleSetVersion, shippedVersion } from "./rule-set-row.ts";
import { together } from "./together.ts";

type UsageRow = typeof contractUsage.$inferSelect;

/** All of the register that a refund rests on. The contract's effective status is that of the moment. */
export type RefundFacts<Of extends Contract = Contract> = {
  contract: Of;
  /** Every entry of the ledger, reversed ones and reversals too. */
  ledger: UsageRow[];
  /** In the order recorded. */
  odometers: { date: string; odometer: Distance; correction: boolean }[];
  hours: { date: string; hours: number; correction: boolean }[];
  /** What the contract names, else the enterprise's choice, else the usual one; null where that is not there. */
  ruleSet: RuleSetVersion | null;
  /** Of the contract's store. */
  timeZone: string;
  currency: string;
};

const enterpriseId = sql.placeholder("enterpriseId");

/** What a refund of the contract that `contractId` stands for rests on, asked in one flight; null where there is none. */
function factsBy(name: string, contractId: SQL) {
  const theContract = askForContracts(`contract_${name}`, sql`${contract.contractId} = ${contractId}`);
  const ledger = prepared(`ledger_${name}`, (db) =>
    db
      .select()
      .from(contractUsage)
      .where(
        and(eq(contractUsage.enterpriseId, enterpriseId), sql`${contractUsage.contractId} = ${contractId}`),
      )
      .orderBy(asc(contractUsage.usageId)),
  );
  const vehicleId = sql`(select c.vehicle_id from contract c
    where c.enterprise_id = ${enterpriseId} and c.contract_id = ${contractId})`;
  const readings = (table: typeof odometerReading | typeof hoursReading) =>
    and(eq(table.enterpriseId, enterpriseId), sql`${table.vehicleId} = ${vehicleId}`);
  const odometers = prepared(`odometers_${name}`, (db) =>
    db.select().from(odometerReading).where(readings(odometerReading)).orderBy(asc(odometerReading.ordinal)),
  );
  const hours = prepared(`hours_${name}`, (db) =>
    db.select().from(hoursReading).where(readings(hoursReading)).orderBy(asc(hoursReading.ordinal)),
  );
  const ruleSet = prepared(`rule_set_${name}`, (db) =>
    db
      .select({
        usual: enterprise.defaultRuleSet,
        timeZone: store.timeZone,
        currency: store.currency,
        own: getTableColumns(refundRuleSet),
      })
      .from(contract)
      .innerJoin(enterprise, eq(enterprise.enterpriseId, contract.enterpriseId))
      .innerJoin(
        store,
        and(eq(store.enterpriseId, contract.enterpriseId), eq(store.storeId, contract.storeId)),
      )
      .leftJoin(
        refundRuleSet,
        and(
          eq(refundRuleSet.enterpriseId, contract.enterpriseId),
          sql`${refundRuleSet.code} = coalesce(${contract.refundRuleSetCode}, ${enterprise.defaultRuleSet} ->> 'code')`,
          sql`${refundRuleSet.version} = coalesce(${contract.refundRuleSetVersion}, (${enterprise.defaultRuleSet} ->> 'version')::integer)`,
        ),
      )
      .where(and(eq(contract.enterpriseId, enterpriseId), sql`${contract.contractId} = ${contractId}`)),
  );
  return async (tx: TenantTx, values: Record<string, unknown>): Promise<RefundFacts<ContractRead> | null> => {
    const [[found], entries, odometerRows, hoursRows, [chosen]] = await together([
      theContract(tx, values),
      ledger(tx, values),
      odometers(tx, values),
      hours(tx, values),
      ruleSet(tx, values),
    ]);
    if (!found || !chosen) return null;
    return {
      contract: found,
      ledger: entries,
      odometers: odometerRows.map(({ date, value, unit, correction }) => ({
        date,
        odometer: { value, unit },
        correction,
      })),
      hours: hoursRows.map(({ date, value, correction }) => ({ date, hours: value, correction })),
      ruleSet: chosen.own
        ? ownVersion(chosen.own)
        : shippedAt(found.refundRuleSet ?? chosen.usual ?? usualRuleSet),
      timeZone: chosen.timeZone,
      currency: chosen.currency,
    };
  };
}

function shippedAt({ code, version }: RefundRuleSetReference): RuleSetVersion | null {
  const shipped = shippedRuleSet(code);
  return shipped?.version === version ? shippedVersion(shipped) : null;
}

export const factsOfContract = factsBy("of_refund", sql`${sql.placeholder("contractId")}::uuid`);
export const factsOfQuote = factsBy(
  "of_quote",
  sql`(select q.contract_id from refund_quote q
    where q.enterprise_id = ${enterpriseId} and q.quote_id = ${sql.placeholder("quoteId")}::uuid)`,
);

/** The entries that count: neither reversed nor a reversal. */
export function netEntries(ledger: readonly UsageRow[]): UsageRow[] {
  const reversed = new Set(ledger.map(({ reverses }) => reverses));
  return ledger.filter(({ usageId, reverses }) => reverses === null && !reversed.has(usageId));
}

type Readings = RefundInputs["lastReadings"];

/** The last readings that stand on or before a day, and the latest of all. */
export function readingsAt(
  { odometers, hours }: RefundFacts,
  date: string,
): { lastReadings: Readings; latestReadings: Readings } {
  const [distance, time] = [odometerStanding(odometers), hoursStanding(hours)];
  const until = <Entry extends { date: string }>(entries: readonly Entry[]) =>
    entries.findLast((entry) => entry.date <= date);
  return {
    lastReadings: {
      odometer: until(distance.standing)?.odometer ?? null,
      hours: until(time.standing)?.hours ?? null,
    },
    latestReadings: {
      odometer: distance.latest?.odometer ?? null,
      hours: time.latest?.hours ?? null,
    },
  };
}
