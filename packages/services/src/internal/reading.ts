import type { VehicleResult } from "@vehicle-contracts/contract-model";
import { millimetres } from "@vehicle-contracts/contract-rules";
import { todayIn } from "@vehicle-contracts/contract-rules/temporal";
import { contract, store, type TenantTx } from "@vehicle-contracts/database";
import { and, eq, sql } from "drizzle-orm";
import { type Actor, isGranted, requireAnyStore, requireGrant, requireRole } from "../actor.ts";
import { holdContracts } from "./hold-contracts.ts";
import { storeAt } from "./store-row.ts";
import { heldVehicle, toVehicle, vehicleAt } from "./vehicle-row.ts";

/**
 * Holds the vehicle, so that readings come one after the other, and answers the day that none may be dated after: the
 * store's today, or the latest of the granted stores' where none is named. Throws NOT_FOUND, FORBIDDEN.
 */
export async function beginReading(
  tx: TenantTx,
  actor: Actor,
  input: { vehicleId: string; storeId?: string | null | undefined },
): Promise<string> {
  requireRole(actor, "advisor");
  requireAnyStore(actor);
  const today = input.storeId
    ? todayIn((await grantedStore(tx, actor, input.storeId)).timeZone, tx.startedAt)
    : await latestToday(tx, actor);
  await heldVehicle(tx, input.vehicleId);
  return today;
}

async function grantedStore(tx: TenantTx, actor: Actor, storeId: string) {
  const found = await storeAt(tx, storeId, "storeId");
  requireGrant(actor, storeId);
  return found;
}

async function latestToday(tx: TenantTx, actor: Actor): Promise<string> {
  const rows = await tx
    .select({ storeId: store.storeId, timeZone: store.timeZone })
    .from(store)
    .where(eq(store.enterpriseId, tx.enterpriseId));
  const days = rows
    .filter((row) => isGranted(actor, row.storeId))
    .map((row) => todayIn(row.timeZone, tx.startedAt))
    .sort();
  // A group without stores has nobody at a desk; UTC then tells the day.
  return days.at(-1) ?? todayIn("UTC", tx.startedAt);
}

/** Tells the vehicle's contracts whether the latest readings are beyond their limits, and answers the vehicle. */
export async function endReading(tx: TenantTx, vehicleId: string): Promise<VehicleResult> {
  const row = await vehicleAt(tx, vehicleId);
  const latest =
    row.odometerValue !== null && row.odometerUnit !== null
      ? millimetres({ value: row.odometerValue, unit: row.odometerUnit })
      : null;
  const past = sql<boolean>`(coalesce(${contract.endOdometerMm} < ${latest}::bigint, false)
    or coalesce(${contract.endHours} < ${row.hoursValue}::integer, false))`;
  const crossing = and(eq(contract.vehicleId, vehicleId), sql`${contract.pastLimit} <> ${past}`);
  const held = await holdContracts(tx, crossing);
  if (held.length > 0)
    await tx
      .update(contract)
      .set({ pastLimit: past })
      .where(and(eq(contract.enterpriseId, tx.enterpriseId), crossing));
  return { vehicle: toVehicle(row), warnings: [] };
}
