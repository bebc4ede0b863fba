import type { UpdateVehicle, VehicleResult } from "@vehicle-contracts/contract-model";
import { contract, type TenantTx, vehicle } from "@vehicle-contracts/database";
import { and, eq } from "drizzle-orm";
import { type Actor, requireAnyStore, requireRole } from "../actor.ts";
import { changedOnly } from "../internal/changed-only.ts";
import { vehicleCopies } from "../internal/contract-columns.ts";
import { givenOnly } from "../internal/given-only.ts";
import { holdContracts } from "../internal/hold-contracts.ts";
import { replaceTerms, termKind, vehicleTerms } from "../internal/search-terms.ts";
import { stale } from "../internal/stale.ts";
import { claimVin, vehicleFields } from "../internal/vehicle-fields.ts";
import { toVehicle, vehicleAt } from "../internal/vehicle-row.ts";
import { policyOf } from "./create.ts";

/**
 * Changes only what is given; takes an advisor and the version that was read. The VIN is judged anew where it, its kind
 * or the model year changes. A new VIN or plate is found at once, on the contracts too. Throws NOT_FOUND, FORBIDDEN,
 * STALE_VERSION, RULE_BROKEN, DUPLICATE.
 */
export async function updateVehicle(
  tx: TenantTx,
  actor: Actor,
  input: UpdateVehicle,
): Promise<VehicleResult> {
  requireRole(actor, "advisor");
  requireAnyStore(actor);
  const policy = await policyOf(tx, actor, input.storeId);
  const row = await vehicleAt(tx, input.vehicleId);
  const before = toVehicle(row);
  if (row.version !== input.version) throw stale("vehicle", before);
  const changes = givenOnly(input.changes);
  const judged =
    changes.vin !== undefined || changes.vinKind !== undefined || changes.modelYear !== undefined;
  const { fields, warnings } = vehicleFields(
    {
      ...before,
      ...changes,
      vin: changes.vin ?? before.vin,
      // A new number is judged for itself; what was said of the former one does not hold for it. Null lets the rule tell.
      vinKind:
        changes.vinKind === undefined && changes.vin === undefined
          ? before.vinKind
          : (changes.vinKind ?? null),
    },
    // What nobody touches is not refused by a policy that came later.
    judged ? policy : "warn",
  );
  if (Object.keys(changedOnly(row, fields)).length === 0) return { vehicle: before, warnings: [] };
  if (fields.vin !== row.vin) await claimVin(tx, fields.vin, row.vehicleId);
  const [after] = await tx
    .update(vehicle)
    .set({ ...fields, version: input.version + 1, updatedAt: tx.startedAt })
    .where(
      and(
        eq(vehicle.enterpriseId, tx.enterpriseId),
        eq(vehicle.vehicleId, input.vehicleId),
        eq(vehicle.version, input.version),
      ),
    )
    .returning();
  if (!after) throw stale("vehicle", toVehicle(await vehicleAt(tx, input.vehicleId)));
  await replaceTerms(
    tx,
    after.vehicleId,
    [termKind.vin, termKind.plate],
    vehicleTerms(row),
    vehicleTerms(after),
  );
  const ofVehicle = eq(contract.vehicleId, after.vehicleId);
  await holdContracts(tx, ofVehicle);
  await tx
    .update(contract)
    .set(vehicleCopies(after))
    .where(and(eq(contract.enterpriseId, tx.enterpriseId), ofVehicle));
  return { vehicle: toVehicle(after), warnings: judged ? warnings : [] };
}
