import type { RecordUsage, UsageResult } from "@vehicle-contracts/contract-model";
import { odometerWarnings, remainingOf } from "@vehicle-contracts/contract-rules";
import { contract, newId, odometerReading, prepared, type TenantTx } from "@vehicle-contracts/database";
import { and, asc, eq, sql } from "drizzle-orm";
import { type Actor, asRevisionActor, requireAnyStore, requireGrant, requireRole } from "../actor.ts";
import { holdLedger, setUsed } from "../internal/held-ledger.ts";
import { takeKey } from "../internal/idempotency.ts";
import { newEntry } from "../internal/ledger-entry.ts";
import { together } from "../internal/together.ts";
import { insertUsage, toUsage } from "../internal/usage-row.ts";
import { notFound } from "../service-error.ts";

const heldLedger = holdLedger("ledger", eq(contract.contractId, sql.placeholder("contractId")));
const odometersOfContract = prepared("odometer_readings_of_contract", (db) =>
  db
    .select()
    .from(odometerReading)
    .where(
      and(
        eq(odometerReading.enterpriseId, sql.placeholder("enterpriseId")),
        sql`${odometerReading.vehicleId} = (select c.vehicle_id from contract c
          where c.enterprise_id = ${sql.placeholder("enterpriseId")} and c.contract_id = ${sql.placeholder("contractId")})`,
      ),
    )
    .orderBy(asc(odometerReading.ordinal)),
);

/**
 * Records what a contract provided or paid; takes an advisor of the contract's store. The same idempotency key and input answer
 * the same entry again. Two at once are counted one after the other. Throws NOT_FOUND, FORBIDDEN, RULE_BROKEN (`usageBreaks`;
 * more than is left says what is), IDEMPOTENCY_KEY_REUSED, IDEMPOTENCY_KEY_IN_PROGRESS.
 */
export async function recordUsage(tx: TenantTx, actor: Actor, input: RecordUsage): Promise<UsageResult> {
  requireRole(actor, "advisor");
  requireAnyStore(actor);
  const { contractId, usage, idempotencyKey } = input;
  const call = { procedure: "usage.record", key: idempotencyKey, input: { contractId, usage } };
  const [key, held, readings] = await together([
    takeKey<UsageResult>(tx, actor, call),
    heldLedger(tx, { contractId }),
    odometersOfContract(tx, { contractId }),
  ]);
  if (!held) throw notFound("contract");
  const { contract: on, used } = held;
  requireGrant(actor, on.storeId);
  if ("answered" in key) return key.answered;
  const recorded = readings.map(({ value, unit, ...row }) => ({ ...row, odometer: { value, unit } }));
  const mark = {
    ...{ enterpriseId: tx.enterpriseId, contractId, usageId: newId() },
    ...{ recordedBy: asRevisionActor(actor), recordedAt: tx.startedAt, correlationId: actor.correlationId },
  };
  const { entry, used: now } = newEntry({ ...on, today: on.store.today, used }, recorded, usage, mark);
  const { odometer, date } = usage;
  const answer: UsageResult = {
    usage: toUsage({ ...entry, reversedBy: null }),
    remaining: remainingOf(on, now),
    warnings: odometer ? odometerWarnings(recorded, { date, odometer }) : [],
  };
  await tx.last(together([insertUsage(tx, entry), setUsed(tx, contractId, now), key.keep(answer)]));
  return answer;
}
