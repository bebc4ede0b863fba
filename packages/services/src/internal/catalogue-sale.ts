import type { ContractInput, ContractRead, Plan, Store } from "@vehicle-contracts/contract-model";
import {
  type CatalogueFacts,
  manufacturerWarranty,
  type OdometerEntry,
  type VehicleOfSale,
} from "@vehicle-contracts/contract-rules";
import { todayIn } from "@vehicle-contracts/contract-rules/temporal";
import { contract, type TenantTx } from "@vehicle-contracts/database";
import { and, eq, sql } from "drizzle-orm";
import { askForContracts } from "./contract-row.ts";
import { type PlanOfContract, planVersion } from "./plan-row.ts";
import { odometerEntriesOf } from "./reading.ts";
import type { VehicleRow } from "./vehicle-row.ts";

/** The manufacturer's warranties of a vehicle, in whatever state. */
export const askForWarranties = askForContracts(
  "manufacturer_warranties",
  and(eq(contract.vehicleId, sql.placeholder("vehicleId")), eq(contract.type, "MANUFACTURER_WARRANTY")),
);

/** The vehicle as the rules of plans see it. */
const vehicleOfSale = (vehicle: VehicleRow): VehicleOfSale => ({
  make: vehicle.make,
  fuel: vehicle.fuel,
  firstRegistrationDate: vehicle.firstRegistrationDate,
  odometer:
    vehicle.odometerValue !== null && vehicle.odometerUnit !== null
      ? { value: vehicle.odometerValue, unit: vehicle.odometerUnit }
      : null,
  hours: vehicle.hoursValue,
});

/** What a sale of the catalogue rests on, in a store. */
export function catalogueFacts(
  tx: TenantTx,
  { timeZone, currency, distanceUnit }: Pick<Store, "timeZone" | "currency" | "distanceUnit">,
  vehicle: VehicleRow,
  warranties: readonly ContractRead[],
  readings: readonly OdometerEntry[] = [],
): CatalogueFacts {
  const where = { currency, unit: distanceUnit };
  return factsOfContract(where, todayIn(timeZone, tx.startedAt), vehicle, readings, warranties);
}

/** What a contract that was made by the catalogue is judged by when it is changed or sold. */
export const factsOfContract = (
  { currency, unit }: Pick<PlanOfContract, "currency" | "unit">,
  today: string,
  vehicle: VehicleRow,
  readings: readonly OdometerEntry[],
  warranties: readonly ContractRead[] = [],
): CatalogueFacts => ({
  today,
  currency,
  unit,
  vehicle: vehicleOfSale(vehicle),
  readings,
  warranty: manufacturerWarranty(warranties, today),
});

/**
 * Whether a contract is a sale of this group, to be held to its catalogue: not what another system sold, or what runs
 * already. docs/wire.md.
 */
const isOwnSale = ({ status, origin }: Pick<ContractInput, "status" | "origin">): boolean =>
  (status ?? "DRAFT") !== "ACTIVE" && (origin?.sourceSystem ?? "NATIVE") === "NATIVE";

/** The plan that a sale names and what it follows, asked at once; no plan where it is not held to one. */
export async function askForSale(
  tx: TenantTx,
  asked: ContractInput,
): Promise<{ plan: Plan; warranties: ContractRead[]; readings: OdometerEntry[] } | null> {
  if (!asked.plan || !isOwnSale(asked)) return null;
  const [plan, warranties, readings] = await Promise.all([
    planVersion(tx, asked.plan),
    askForWarranties(tx, { vehicleId: asked.vehicleId }),
    odometerEntriesOf(tx, asked.vehicleId),
  ]);
  return plan ? { plan, warranties, readings } : null;
}
