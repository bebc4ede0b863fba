import type {
  CreateVehicle,
  VehicleInput,
  VehicleResult,
  VinPolicy,
} from "@vehicle-contracts/contract-model";
import { newId, type TenantTx, vehicle } from "@vehicle-contracts/database";
import { type Actor, requireAnyStore, requireGrant, requireRole } from "../actor.ts";
import { once } from "../internal/idempotency.ts";
import { replaceTerms, termKind, vehicleTerms } from "../internal/search-terms.ts";
import { storeAt } from "../internal/store-row.ts";
import { claimVin, vehicleFields } from "../internal/vehicle-fields.ts";
import { toVehicle } from "../internal/vehicle-row.ts";

/**
 * A new vehicle of the group; takes an advisor. `storeId` says whose VIN policy holds, without it the strict one.
 * Answers it with warnings (LEGACY, CHECK_DIGIT). Throws FORBIDDEN, NOT_FOUND (the store), RULE_BROKEN (the VIN's codes),
 * DUPLICATE (its VIN), IDEMPOTENCY_KEY_REUSED.
 */
export async function createVehicle(
  tx: TenantTx,
  actor: Actor,
  input: CreateVehicle,
): Promise<VehicleResult> {
  requireRole(actor, "advisor");
  requireAnyStore(actor);
  const policy = await policyOf(tx, actor, input.storeId);
  const call = {
    procedure: "vehicles.create",
    key: input.idempotencyKey,
    input: { vehicle: input.vehicle, storeId: input.storeId ?? null },
  };
  return once(tx, actor, call, () => makeVehicle(tx, input.vehicle, policy));
}

/** The VIN policy of a granted store; strict without one. Throws NOT_FOUND, FORBIDDEN. */
export async function policyOf(
  tx: TenantTx,
  actor: Actor,
  storeId: string | null | undefined,
): Promise<VinPolicy> {
  if (!storeId) return "strict";
  const { vinPolicy } = await storeAt(tx, storeId, "storeId");
  requireGrant(actor, storeId);
  return vinPolicy;
}

async function makeVehicle(tx: TenantTx, input: VehicleInput, policy: VinPolicy): Promise<VehicleResult> {
  const { fields, warnings } = vehicleFields(input, policy);
  const vehicleId = newId();
  await claimVin(tx, fields.vin, vehicleId);
  const [row] = await tx
    .insert(vehicle)
    .values({
      ...fields,
      enterpriseId: tx.enterpriseId,
      vehicleId,
      version: 1,
      createdAt: tx.startedAt,
      updatedAt: tx.startedAt,
    })
    .returning();
  if (!row) throw new Error("An insert without conflict answered no row.");
  await replaceTerms(tx, vehicleId, [termKind.vin, termKind.plate], [], vehicleTerms(row));
  return { vehicle: toVehicle(row), warnings };
}
