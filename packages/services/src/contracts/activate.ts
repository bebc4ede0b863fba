import type { ContractResult, MoveContract } from "@vehicle-contracts/contract-model";
import type { TenantTx } from "@vehicle-contracts/database";
import type { Actor } from "../actor.ts";
import { moveContract } from "../internal/move-contract.ts";

/**
 * PENDING to ACTIVE once the start is reached and the provider is not awaited; EXPIRED where it has run out by then. Throws
 * NOT_FOUND, FORBIDDEN, STALE_VERSION, RULE_BROKEN (WRONG_STATUS, NOT_STARTED, AWAITING_PROVIDER).
 */
export const activateContract = (tx: TenantTx, actor: Actor, input: MoveContract): Promise<ContractResult> =>
  moveContract(tx, actor, input, { action: "activate", revision: "contract.activated" });
