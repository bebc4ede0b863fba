import type { ContractResult, MoveContract } from "@vehicle-contracts/contract-model";
import type { TenantTx } from "@vehicle-contracts/database";
import type { Actor } from "../actor.ts";
import { moveContract } from "../internal/move-contract.ts";

/** ACTIVE to SUSPENDED. Throws NOT_FOUND, FORBIDDEN, STALE_VERSION, RULE_BROKEN (WRONG_STATUS, REASON_MISSING). */
export const suspendContract = (tx: TenantTx, actor: Actor, input: MoveContract): Promise<ContractResult> =>
  moveContract(tx, actor, input, { action: "suspend", revision: "contract.suspended" });
