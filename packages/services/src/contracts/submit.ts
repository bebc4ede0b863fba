import type { ContractChanges, ContractResult, SubmitContract } from "@vehicle-contracts/contract-model";
import {
  changeRecord,
  decideMove,
  eligibilityBreaks,
  entryBreaks,
  expiredAtOnce,
  leftToPlan,
  notReady,
  planBreaks,
  startOdometerWarnings,
  type WrittenFields,
  writtenFields,
} from "@vehicle-contracts/contract-rules";
import type { TenantTx } from "@vehicle-contracts/database";
import { type Actor, requireGrant, requireRole } from "../actor.ts";
import { factsOfContract } from "../internal/catalogue-sale.ts";
import { latestReadings } from "../internal/contract-columns.ts";
import { contractConflict } from "../internal/contract-conflict.ts";
import { contractAlone, contractAt } from "../internal/contract-row.ts";
import { movable } from "../internal/movable.ts";
import { planOfContract } from "../internal/plan-row.ts";
import { odometerEntriesOfContract } from "../internal/reading.ts";
import { saveContract } from "../internal/save-contract.ts";
import { together } from "../internal/together.ts";
import { requireVehicle, sharedVehicleOf } from "../internal/vehicle-row.ts";
import { refuseIfBroken, ruleBroken, valueOrRefuse } from "../service-error.ts";

/**
 * Sells a draft: DRAFT to PENDING; what it lacks of its plan's terms is filled in from the plan. Answers it with warnings, as create.
 * Throws NOT_FOUND, FORBIDDEN, STALE_VERSION, RULE_BROKEN (WRONG_STATUS, what a sold contract lacks, or where it is not what its
 * plan of the catalogue allows, or no longer for the vehicle).
 */
export async function submitContract(
  tx: TenantTx,
  actor: Actor,
  input: SubmitContract,
): Promise<ContractResult> {
  requireRole(actor, "advisor");
  const { contractId } = input;
  const [vehicle, readings, read, sold] = await together([
    // Shared, so that a reading recorded meanwhile waits, and then sees what is sold.
    sharedVehicleOf(tx, contractId),
    odometerEntriesOfContract(tx, contractId),
    contractAt(tx, actor, contractId),
    planOfContract(tx, contractId),
  ]);
  const before = contractAlone(read);
  requireGrant(actor, before.storeId);
  if (before.version !== input.version) throw await contractConflict(tx, before, input.version);
  const { today } = read.store;
  const record = writtenFields(before);
  const { to: status } = valueOrRefuse(
    decideMove("submit", { ...movable(record, today), status: before.status }, { today }),
  );
  const onVehicle = requireVehicle(vehicle);
  const expired = (contract: WrittenFields) =>
    expiredAtOnce(contract, { ...latestReadings(onVehicle), today });
  const action = "contract.submitted";
  if (!sold)
    return saveContract(tx, actor, before, { columns: { status }, action, warnings: expired(record) });
  const { plan } = sold;
  if (plan.state !== "READY") throw ruleBroken(notReady(plan));
  const facts = factsOfContract(sold, today, onVehicle, readings);
  const filled = valueOrRefuse(changeRecord(record, leftToPlan(plan, record, nothingIn(record), facts)));
  refuseIfBroken([
    ...entryBreaks(plan, filled, facts),
    ...eligibilityBreaks(plan, filled, facts),
    ...planBreaks(plan, filled, facts),
  ]);
  return saveContract(tx, actor, before, {
    columns: { ...columnsOf(filled), status },
    action,
    warnings: [...startOdometerWarnings(filled, readings), ...expired(filled)],
  });
}

/** What of a plan's terms a draft may lack. */
const mayLack = ["description", "saleDate", "price", "refundRuleSet", "transferPolicy"] as const;

const nothingIn = (record: WrittenFields): ContractChanges =>
  Object.fromEntries(mayLack.filter((field) => record[field] === null).map((field) => [field, null]));

const columnsOf = ({ description, saleDate, price, refundRuleSet, transferPolicy }: WrittenFields) => ({
  ...{ description, saleDate, price, transferPolicy },
  refundRuleSetCode: refundRuleSet?.code ?? null,
  refundRuleSetVersion: refundRuleSet?.version ?? null,
});
