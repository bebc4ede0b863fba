import type { Contract, Warning } from "@vehicle-contracts/contract-model";
import { overlapWarnings } from "@vehicle-contracts/contract-rules";
import { contract, type TenantTx } from "@vehicle-contracts/database";
import { and, eq, inArray, ne, sql } from "drizzle-orm";
import { askForContracts } from "./contract-row.ts";

const others = askForContracts(
  "contracts_beside",
  and(
    eq(contract.vehicleId, sql.placeholder("vehicleId")),
    eq(contract.type, sql.placeholder("type")),
    ne(contract.contractId, sql.placeholder("contractId")),
    inArray(contract.status, ["PENDING", "ACTIVE", "SUSPENDED"]),
  ),
);

type OfVehicle = Pick<Contract, "contractId" | "vehicleId" | "type">;

/** Answers the warnings of a contract: one for each other of the vehicle and type that shares a day with it. */
export async function askForOverlaps(
  tx: TenantTx,
  { contractId, vehicleId, type }: OfVehicle,
): Promise<(one: Contract) => Warning[]> {
  const found = await others(tx, { contractId, vehicleId, type });
  return (one) => overlapWarnings(one, found);
}
