import type { ContractResult, SubmitContract } from "@vehicle-contracts/contract-model";
import { decideMove, notReady, writtenFields } from "@vehicle-contracts/contract-rules";
import type { TenantTx } from "@vehicle-contracts/database";
import { type Actor, requireGrant, requireRole } from "../actor.ts";
import { besidePlan } from "../internal/catalogue-sale.ts";
import { contractConflict } from "../internal/contract-conflict.ts";
import { contractAlone, contractAt } from "../internal/contract-row.ts";
import { movable } from "../internal/movable.ts";
import { planOfContract } from "../internal/plan-row.ts";
import { saveContract } from "../internal/save-contract.ts";
import { together } from "../internal/together.ts";
import { refuseIfBroken, ruleBroken, valueOrRefuse } from "../service-error.ts";

/**
 * Sells a draft: DRAFT to PENDING. Throws NOT_FOUND, FORBIDDEN, STALE_VERSION, RULE_BROKEN (WRONG_STATUS, what a sold
 * contract lacks, or where it is not what its plan of the catalogue allows).
 */
export async function submitContract(
  tx: TenantTx,
  actor: Actor,
  input: SubmitContract,
): Promise<ContractResult> {
  requireRole(actor, "advisor");
  const [read, sold] = await together([
    contractAt(tx, actor, input.contractId),
    planOfContract(tx, input.contractId),
  ]);
  const before = contractAlone(read);
  requireGrant(actor, before.storeId);
  if (before.version !== input.version) throw await contractConflict(tx, before, input.version);
  const { today } = read.store;
  const moved = valueOrRefuse(
    decideMove("submit", { ...movable(writtenFields(before), today), status: before.status }, { today }),
  );
  if (sold && sold.plan.state !== "READY") throw ruleBroken(notReady(sold.plan));
  refuseIfBroken(besidePlan(sold, writtenFields(before), today));
  return saveContract(tx, actor, before, { columns: { status: moved.to }, action: "contract.submitted" });
}
