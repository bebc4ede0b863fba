import type { VehicleResult } from "@vehicle-contracts/contract-model";
import { millimetres, type OdometerEntry } from "@vehicle-contracts/contract-rules";
import { todayIn } from "@vehicle-contracts/contract-rules/temporal";
import {
  contract,
  driverValues,
  hoursReading,
  odometerReading,
  placesFor,
  prepared,
  type TenantTx,
  vehicle,
} from "@vehicle-contracts/database";
import { and, asc, eq, sql } from "drizzle-orm";
import { type Actor, isGranted, requireAnyStore, requireGrant, requireRole } from "../actor.ts";
import { holdContracts } from "./hold-contracts.ts";
import { storeAt, storesOf } from "./store-row.ts";
import { together } from "./together.ts";
import { heldVehicle, toVehicle, type VehicleRow, vehicleAt } from "./vehicle-row.ts";

const ofVehicle = (table: typeof odometerReading | typeof hoursReading) =>
  and(
    eq(table.enterpriseId, sql.placeholder("enterpriseId")),
    eq(table.vehicleId, sql.placeholder("vehicleId")),
  );

/** The readings of a vehicle in the order recorded. */
export const odometersOf = prepared("odometer_readings", (db) =>
  db.select().from(odometerReading).where(ofVehicle(odometerReading)).orderBy(asc(odometerReading.ordinal)),
);
const odometersOfItsVehicle = prepared("odometer_readings_of_contract", (db) =>
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

/** The odometer's, as the rules take them. */
export const odometerEntriesOf = async (tx: TenantTx, vehicleId: string): Promise<OdometerEntry[]> =>
  (await odometersOf(tx, { vehicleId })).map(asEntry);

/** The same, of the vehicle that a contract is on. */
export const odometerEntriesOfContract = async (tx: TenantTx, contractId: string): Promise<OdometerEntry[]> =>
  (await odometersOfItsVehicle(tx, { contractId })).map(asEntry);

const asEntry = ({ date, value, unit, correction }: typeof odometerReading.$inferSelect): OdometerEntry => ({
  date,
  odometer: { value, unit },
  correction,
});

/** The same, of the engine hours. */
export const hoursOf = prepared("hours_readings", (db) =>
  db.select().from(hoursReading).where(ofVehicle(hoursReading)).orderBy(asc(hoursReading.ordinal)),
);

/**
 * Holds the vehicle, so that readings come one after the other; answers it, what `recorded` reads then, and the day that
 * none may be dated after: the store's today, or the latest of the granted stores' where none is named. Throws NOT_FOUND,
 * FORBIDDEN.
 */
export async function beginReading<Row>(
  tx: TenantTx,
  actor: Actor,
  input: { vehicleId: string; storeId?: string | null | undefined },
  recorded: (tx: TenantTx, of: { vehicleId: string }) => Promise<Row[]>,
): Promise<{ today: string; before: VehicleRow; rows: Row[] }> {
  requireRole(actor, "advisor");
  requireAnyStore(actor);
  const { vehicleId, storeId } = input;
  const [today, before, rows] = await together([
    storeId ? todayOf(tx, actor, storeId) : latestToday(tx, actor),
    heldVehicle(tx, vehicleId),
    recorded(tx, { vehicleId }),
  ]);
  return { today, before, rows };
}

async function todayOf(tx: TenantTx, actor: Actor, storeId: string): Promise<string> {
  const { timeZone } = await storeAt(tx, storeId, "storeId");
  requireGrant(actor, storeId);
  return todayIn(timeZone, tx.startedAt);
}

async function latestToday(tx: TenantTx, actor: Actor): Promise<string> {
  const days = (await storesOf(tx))
    .filter(({ storeId }) => isGranted(actor, storeId))
    .map(({ timeZone }) => todayIn(timeZone, tx.startedAt))
    .sort();
  // A group without stores has nobody at a desk; UTC then tells the day.
  return days.at(-1) ?? todayIn("UTC", tx.startedAt);
}

const latestFields = [
  "odometerValue",
  "odometerUnit",
  "odometerDate",
  "odometerSource",
  "hoursValue",
  "hoursDate",
  "hoursSource",
] as const;
const setLatest = prepared("set_latest_readings", (db) =>
  db
    .update(vehicle)
    .set(placesFor(latestFields))
    .where(
      and(
        eq(vehicle.enterpriseId, sql.placeholder("enterpriseId")),
        eq(vehicle.vehicleId, sql.placeholder("vehicleId")),
      ),
    ),
);
const past = sql<boolean>`(coalesce(${contract.endOdometerMm} < ${sql.placeholder("latestMm")}::bigint, false)
  or coalesce(${contract.endHours} < ${sql.placeholder("latestHours")}::integer, false))`;
const crossing = and(
  eq(contract.vehicleId, sql.placeholder("vehicleId")),
  sql`${contract.pastLimit} <> ${past}`,
);
const holdCrossing = holdContracts("contracts_crossing_held", crossing);
const cross = prepared("cross_limits", (db) =>
  db
    .update(contract)
    .set({ pastLimit: past })
    .where(and(eq(contract.enterpriseId, sql.placeholder("enterpriseId")), crossing)),
);

type Latest = Partial<Pick<VehicleRow, (typeof latestFields)[number]>>;

/**
 * Writes the reading that `append` appends and what is the latest with it, tells the vehicle's contracts whether that is
 * beyond their limits, and answers the vehicle. These are the service's last statements.
 */
export async function endReading(
  tx: TenantTx,
  before: VehicleRow,
  append: () => Promise<unknown>,
  latest: Latest,
): Promise<VehicleResult> {
  const { vehicleId } = before;
  const after = { ...before, ...latest };
  const limits = {
    vehicleId,
    latestMm:
      after.odometerValue !== null && after.odometerUnit !== null
        ? millimetres({ value: after.odometerValue, unit: after.odometerUnit })
        : null,
    latestHours: after.hoursValue,
  };
  const set = Object.fromEntries(latestFields.map((field) => [field, after[field]]));
  const [, , , , row] = await tx.last(
    together([
      append(),
      setLatest(tx, { ...driverValues(vehicle, set), vehicleId }),
      holdCrossing(tx, limits),
      cross(tx, limits),
      vehicleAt(tx, vehicleId),
    ]),
  );
  return { vehicle: toVehicle(row), warnings: [] };
}
