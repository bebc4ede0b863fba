import type { ContractResult, MoveContract } from "@vehicle-contracts/contract-model";
import type { TenantTx } from "@vehicle-contracts/database";
import type { Actor } from "../actor.ts";
import { moveContract } from "../internal/move-contract.ts";
import { factsBeside, holdContract } from "../internal/move-facts.ts";

/**
 * DRAFT, PENDING or ACTIVE to VOID: it was never valid. Final. Throws NOT_FOUND, FORBIDDEN, STALE_VERSION, RULE_BROKEN
 * (WRONG_STATUS, REASON_MISSING, USAGE_EXISTS).
 */
export const voidContract = (tx: TenantTx, actor: Actor, input: MoveContract): Promise<ContractResult> =>
  moveContract(tx, actor, input, {
    action: "void",
    revision: "contract.voided",
    hold: holdContract, // so that nothing is entered into its ledger between the look and the change
    facts: factsBeside,
  });
