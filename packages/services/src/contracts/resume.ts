import type { ContractResult, MoveContract } from "@vehicle-contracts/contract-model";
import type { TenantTx } from "@vehicle-contracts/database";
import type { Actor } from "../actor.ts";
import { moveContract } from "../internal/move-contract.ts";

/**
 * SUSPENDED to where dates and readings lead: ACTIVE, PENDING before the start, EXPIRED where it has run out; its end does not
 * move. Throws NOT_FOUND, FORBIDDEN, STALE_VERSION, RULE_BROKEN (WRONG_STATUS, REASON_MISSING).
 */
export const resumeContract = (tx: TenantTx, actor: Actor, input: MoveContract): Promise<ContractResult> =>
  moveContract(tx, actor, input, { action: "resume", revision: "contract.resumed" });
