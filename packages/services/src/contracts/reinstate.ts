import type { ContractResult, MoveContract } from "@vehicle-contracts/contract-model";
import type { TenantTx } from "@vehicle-contracts/database";
import type { Actor } from "../actor.ts";
import { moveContract } from "../internal/move-contract.ts";
import { readingCorrected } from "../internal/move-facts.ts";

/**
 * EXPIRED back to ACTIVE, once a reading has been corrected since and the contract is within its limits again. Throws
 * NOT_FOUND, FORBIDDEN, STALE_VERSION, RULE_BROKEN (WRONG_STATUS, NO_CORRECTION, RUN_OUT).
 */
export const reinstateContract = (tx: TenantTx, actor: Actor, input: MoveContract): Promise<ContractResult> =>
  moveContract(tx, actor, input, {
    action: "reinstate",
    revision: "contract.reinstated",
    facts: async (_, contractId) => ({ readingCorrected: await readingCorrected(tx, contractId) }),
  });
