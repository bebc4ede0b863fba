import type { ContractRead } from "@vehicle-contracts/contract-model";
import type { TenantTx } from "@vehicle-contracts/database";
import type { Actor } from "../actor.ts";
import { contractAt } from "../internal/contract-row.ts";

/**
 * One contract by id, of whichever store: a vehicle is the group's, and so are its contracts to read.
 * Throws NOT_FOUND, FORBIDDEN (an actor without any store).
 */
export const getContract = (
  tx: TenantTx,
  actor: Actor,
  input: { contractId: string },
): Promise<ContractRead> => tx.last(contractAt(tx, actor, input.contractId));
