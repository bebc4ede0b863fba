import type { Contract, Warning } from "@vehicle-contracts/contract-model";
import { overlapWarnings } from "@vehicle-contracts/contract-rules";
import { contract, type TenantTx } from "@vehicle-contracts/database";
import { and, eq, inArray, ne } from "drizzle-orm";
import { readContracts } from "./contract-row.ts";

/** A warning for each other contract of the vehicle and type that shares a day with this one. */
export async function overlapsOf(tx: TenantTx, one: Contract): Promise<Warning[]> {
  const others = await readContracts(
    tx,
    and(
      eq(contract.vehicleId, one.vehicleId),
      eq(contract.type, one.type),
      ne(contract.contractId, one.contractId),
      inArray(contract.status, ["PENDING", "ACTIVE", "SUSPENDED"]),
    ),
  );
  return overlapWarnings(one, others);
}
