import type { ContractRead } from "@vehicle-contracts/contract-model";
import { contract, type TenantTx } from "@vehicle-contracts/database";
import { eq } from "drizzle-orm";
import { type Actor, requireAnyStore } from "../actor.ts";
import { readContracts } from "../internal/contract-row.ts";
import { notFound } from "../service-error.ts";

/**
 * One contract by id, of whichever store: a vehicle is the group's, and so are its contracts to read.
 * Throws NOT_FOUND, FORBIDDEN (an actor without any store).
 */
export async function getContract(
  tx: TenantTx,
  actor: Actor,
  input: { contractId: string },
): Promise<ContractRead> {
  requireAnyStore(actor);
  const [found] = await readContracts(tx, eq(contract.contractId, input.contractId));
  if (!found) throw notFound("contract");
  return found;
}
