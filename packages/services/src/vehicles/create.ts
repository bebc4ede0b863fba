import type { CreateVehicle, VehicleResult } from "@vehicle-contracts/contract-model";
import { normaliseVin } from "@vehicle-contracts/contract-rules";
import { newId, preparedInsert, type TenantTx, vehicle } from "@vehicle-contracts/database";
import { type Actor, requireAnyStore, requireRole } from "../actor.ts";
import { takeKey } from "../internal/idempotency.ts";
import { replaceTerms, termKind, vehicleTerms } from "../internal/search-terms.ts";
import { together } from "../internal/together.ts";
import { claimVin, vehicleFields } from "../internal/vehicle-fields.ts";
import { toVehicle, vehicleAt } from "../internal/vehicle-row.ts";
import { policyOf } from "../internal/vin-policy.ts";

const insertVehicle = preparedInsert("insert_vehicle", vehicle);

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
  const call = {
    procedure: "vehicles.create",
    key: input.idempotencyKey,
    input: { vehicle: input.vehicle, storeId: input.storeId ?? null },
  };
  const vehicleId = newId();
  const [policy, key, refuseTaken] = await together([
    policyOf(tx, actor, input.storeId),
    takeKey<VehicleResult>(tx, actor, call),
    claimVin(tx, normaliseVin(input.vehicle.vin), vehicleId),
  ]);
  if ("answered" in key) return key.answered;
  const { fields, warnings } = vehicleFields(input.vehicle, policy);
  refuseTaken();
  const [, , made] = await together([
    insertVehicle(tx, {
      ...fields,
      enterpriseId: tx.enterpriseId,
      vehicleId,
      version: 1,
      createdAt: tx.startedAt,
      updatedAt: tx.startedAt,
    }),
    replaceTerms(tx, vehicleId, [termKind.vin, termKind.plate], [], vehicleTerms(fields)),
    vehicleAt(tx, vehicleId),
  ]);
  const answer = { vehicle: toVehicle(made), warnings };
  await tx.last(key.keep(answer));
  return answer;
}
