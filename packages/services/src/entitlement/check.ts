import type { CheckEntitlement, Entitlement } from "@vehicle-contracts/contract-model";
import {
  decideEntitlement,
  type HoursEntry,
  hoursStanding,
  hoursWarnings,
  type JudgedContract,
  type OdometerEntry,
  odometerStanding,
  odometerWarnings,
} from "@vehicle-contracts/contract-rules";
import { todayIn } from "@vehicle-contracts/contract-rules/temporal";
import { contract, prepared, type TenantTx } from "@vehicle-contracts/database";
import { and, eq, sql } from "drizzle-orm";
import { type Actor, requireAnyStore, requireGrant } from "../actor.ts";
import { ownEnterprise } from "../internal/enterprise-row.ts";
import { hoursOf, odometersOf } from "../internal/reading.ts";
import { storeAt } from "../internal/store-row.ts";
import { together } from "../internal/together.ts";
import { vehicleAt } from "../internal/vehicle-row.ts";

/** What the rule asks of a contract, of all of the vehicle's, whichever store sold them. */
const judgedContracts = prepared("contracts_to_judge", (db) =>
  db
    .select({
      contractId: contract.contractId,
      type: contract.type,
      status: contract.status,
      storeId: contract.storeId,
      startDate: contract.startDate,
      endDate: contract.endDate,
      waitingDays: contract.waitingDays,
      awaitingProvider: contract.awaitingProvider,
      distance: contract.distance,
      engineHours: contract.engineHours,
      coverage: contract.coverage,
      allowances: contract.allowances,
      deductible: contract.deductible,
      used: contract.used,
    })
    .from(contract)
    .where(
      and(
        eq(contract.enterpriseId, sql.placeholder("enterpriseId")),
        eq(contract.vehicleId, sql.placeholder("vehicleId")),
      ),
    ),
);

/**
 * Which contract of the vehicle pays each line of a job on a day at a mileage, and why every other does not. The day is today
 * at the store that asks, where none is given; readings count that stand on or before it. A mileage that contradicts a reading
 * is warned of. Throws NOT_FOUND, FORBIDDEN (a store not granted).
 */
export async function checkEntitlement(
  tx: TenantTx,
  actor: Actor,
  input: CheckEntitlement,
): Promise<Entitlement> {
  requireAnyStore(actor);
  const { vehicleId, storeId } = input;
  const [store, , odometers, hours, contracts, { orderOfChoice }] = await tx.last(
    together([
      storeAt(tx, storeId, "storeId"),
      vehicleAt(tx, vehicleId, "vehicleId"),
      odometersOf(tx, { vehicleId }),
      hoursOf(tx, { vehicleId }),
      judgedContracts(tx, { vehicleId }),
      ownEnterprise(tx),
    ]),
  );
  requireGrant(actor, storeId);
  const date = input.date ?? todayIn(store.timeZone, tx.startedAt);
  const recorded = odometers.map(({ value, unit, ...row }) => ({ ...row, odometer: { value, unit } }));
  const recordedHours = hours.map(({ value, ...row }) => ({ ...row, hours: value }));
  const lastReading = lastBy(date, odometerStanding(recorded).standing);
  const lastHours = lastBy(date, hoursStanding(recordedHours).standing);
  const currency = input.currency ?? input.lines[0]?.amount.currency ?? store.currency;
  const lines = decideEntitlement({
    date,
    odometer: input.odometer,
    hours: input.hours,
    lastReading: lastReading?.odometer,
    lastHours: lastHours?.hours,
    storeId,
    currency,
    orderOfChoice,
    lines: input.lines.map(({ amount, ...line }) => ({ ...line, amountMinor: amount.amountMinor })),
    contracts: contracts satisfies JudgedContract[],
  });
  return {
    lines,
    date,
    currency,
    lastReading: lastReading ? { ...lastReading.odometer, date: lastReading.date } : null,
    lastHours: lastHours ? { value: lastHours.hours, date: lastHours.date } : null,
    warnings: contradictions(input, date, recorded, recordedHours),
  };
}

/** The last on or before the day, of readings by date. */
const lastBy = <Entry extends { date: string }>(
  date: string,
  standing: readonly Entry[],
): Entry | undefined => standing.findLast((entry) => entry.date <= date);

function contradictions(
  { odometer, hours }: CheckEntitlement,
  date: string,
  recorded: readonly OdometerEntry[],
  recordedHours: readonly HoursEntry[],
): Entitlement["warnings"] {
  return [
    ...(odometer ? odometerWarnings(recorded, { date, odometer }) : []),
    ...(typeof hours === "number" ? hoursWarnings(recordedHours, { date, hours }) : []),
  ];
}
