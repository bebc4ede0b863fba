import type { VehicleInput, VinPolicy, Warning } from "@vehicle-contracts/contract-model";
import { judgeVin } from "@vehicle-contracts/contract-rules";
import { prepared, type TenantTx, vehicle } from "@vehicle-contracts/database";
import { and, eq, ne, sql } from "drizzle-orm";
import { duplicate, ruleBroken } from "../service-error.ts";
import { claim } from "./claim.ts";
import { foldPlate, sortNameOf } from "./folding.ts";
import { together } from "./together.ts";

/** A vehicle's fields as stored, with what the VIN warns of. Throws RULE_BROKEN with the VIN's code. */
export function vehicleFields(input: VehicleInput, policy: VinPolicy) {
  const verdict = judgeVin({ vin: input.vin, policy, vinKind: input.vinKind, modelYear: input.modelYear });
  const field = { path: "vin", code: verdict.code ?? "", message: verdict.message ?? "" };
  if (verdict.vinKind === null) throw ruleBroken(field);
  const warnings: Warning[] =
    verdict.code === null ? [] : [{ code: verdict.code, message: field.message, fields: [field] }];
  return {
    fields: {
      vin: verdict.vin,
      vinKind: verdict.vinKind,
      licensePlate: input.licensePlate ?? null,
      plateFolded: input.licensePlate ? foldPlate(input.licensePlate) : null,
      engineNumber: input.engineNumber ?? null,
      make: input.make ?? null,
      model: input.model ?? null,
      variant: input.variant ?? null,
      sortName: sortNameOf(input.make, input.model, input.variant),
      modelYear: input.modelYear ?? null,
      firstRegistrationDate: input.firstRegistrationDate ?? null,
      fuel: input.fuel ?? null,
    },
    warnings,
  };
}

const taken = prepared("vehicle_of_vin", (db) =>
  db
    .select({ vehicleId: vehicle.vehicleId })
    .from(vehicle)
    .where(
      and(
        eq(vehicle.enterpriseId, sql.placeholder("enterpriseId")),
        eq(vehicle.vin, sql.placeholder("vin")),
        ne(vehicle.vehicleId, sql.placeholder("vehicleId")),
      ),
    ),
);

/**
 * Takes a normalised VIN for this vehicle to the end of the transaction. Answers what refuses it: throws DUPLICATE where
 * another vehicle has it.
 */
export async function claimVin(tx: TenantTx, vin: string, vehicleId: string): Promise<() => void> {
  const [, [other]] = await together([claim(tx, ["vin", vin]), taken(tx, { vin, vehicleId })]);
  return () => {
    if (other)
      throw duplicate(other.vehicleId, {
        path: "vin",
        code: "DUPLICATE",
        message: "There is a vehicle of this VIN already. Open that one instead.",
      });
  };
}
