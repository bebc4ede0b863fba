import type { UpdateVehicle, VehicleResult } from "@vehicle-contracts/contract-model";
import { contract, placesFor, prepared, type TenantTx, vehicle } from "@vehicle-contracts/database";
import { and, eq, sql } from "drizzle-orm";
import { type Actor, requireAnyStore, requireRole } from "../actor.ts";
import { changedOnly } from "../internal/changed-only.ts";
import { vehicleCopies } from "../internal/contract-columns.ts";
import { givenOnly } from "../internal/given-only.ts";
import { guardedUpdate } from "../internal/guarded-update.ts";
import { holdContracts } from "../internal/hold-contracts.ts";
import { replaceTerms, termKind, vehicleTerms } from "../internal/search-terms.ts";
import { stale } from "../internal/stale.ts";
import { together } from "../internal/together.ts";
import { claimVin, vehicleFields } from "../internal/vehicle-fields.ts";
import { toVehicle, vehicleAt } from "../internal/vehicle-row.ts";
import { policyOf } from "../internal/vin-policy.ts";

const update = guardedUpdate(vehicle, { tenant: vehicle.enterpriseId, id: vehicle.vehicleId });
const ofVehicle = eq(contract.vehicleId, sql.placeholder("vehicleId"));
const holdContractsOf = holdContracts("contracts_of_vehicle_held", ofVehicle);
const copyToContracts = prepared("copy_vehicle_to_contracts", (db) =>
  db
    .update(contract)
    .set(placesFor(["vin", "plateFolded", "vehicleSort"]))
    .where(and(eq(contract.enterpriseId, sql.placeholder("enterpriseId")), ofVehicle)),
);

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
  const { vehicleId, version } = input;
  const [policy, row] = await together([policyOf(tx, actor, input.storeId), vehicleAt(tx, vehicleId)]);
  const before = toVehicle(row);
  if (row.version !== version) throw stale("vehicle", before);
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
  const copies = vehicleCopies(fields);
  const isCopied = Object.keys(changedOnly(vehicleCopies(row), copies)).length > 0;
  const [, updated, , , , now] = await together([
    fields.vin !== row.vin && claimVin(tx, fields.vin, vehicleId).then((refuse) => refuse()),
    update(tx, { id: vehicleId, version }, { ...fields, updatedAt: tx.startedAt }),
    replaceTerms(tx, vehicleId, [termKind.vin, termKind.plate], vehicleTerms(row), vehicleTerms(fields)),
    isCopied && holdContractsOf(tx, { vehicleId }),
    isCopied && copyToContracts(tx, { vehicleId, ...copies }),
    vehicleAt(tx, vehicleId),
  ]);
  if (!updated) throw stale("vehicle", toVehicle(now));
  return { vehicle: toVehicle(now), warnings: judged ? warnings : [] };
}
