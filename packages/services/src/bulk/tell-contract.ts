import type { Contract } from "@vehicle-contracts/contract-model";
import {
  changeRecord,
  completeRecord,
  decideMove,
  nothingUsed,
  remainingOf,
  submitBreaks,
  writtenFields,
} from "@vehicle-contracts/contract-rules";
import { movable } from "../internal/movable.ts";
import { isUsed } from "../internal/move-facts.ts";
import { refuseIfBroken, valueOrRefuse } from "../service-error.ts";
import { type Ground, knownAt } from "./ground.ts";
import type { RegisterChange, RegisterContract, RegisterStep } from "./register.ts";
import { cancelled, provided, quoted, takenBack } from "./tell-ledger.ts";
import { recorded, type Told } from "./told.ts";

/**
 * A contract as its steps leave it, with its history, its ledger and its quotes. `ground` may be null where all steps are
 * changes. Throws RULE_BROKEN where terms, distance, hours or price do not agree, where a sold one lacks what it takes to be
 * sold, where a used one is void, and for an entry of the ledger, a quote or a cancellation that its verb would refuse.
 */
export function tellContract(enterpriseId: string, given: RegisterContract, ground: Ground | null): Told {
  const { contractId, made, steps } = given;
  const first = firstOf(given);
  const entry = { ...made, action: "contract.created" as const };
  let told: Told = {
    ...recorded(enterpriseId, { contract: null, revisions: [] }, entry, first),
    ...{ used: nothingUsed, ledger: [], quotes: [] },
  };
  let last = made.at;
  for (const step of steps) {
    if (step.at < last)
      throw new RangeError(`The history of contract ${contractId} goes back in time at ${step.at}.`);
    last = step.at;
    told = tellStep(enterpriseId, told, step, ground);
  }
  const { contract } = told;
  if (contract.status !== "DRAFT" && contract.status !== "VOID")
    refuseIfBroken(submitBreaks(movable(writtenFields(contract), contract.startDate ?? "")));
  return told;
}

function tellStep(enterpriseId: string, told: Told, step: RegisterStep, ground: Ground | null): Told {
  if ("action" in step) {
    refuseIfVoidAndUsed(told, step, ground);
    return { ...told, ...recorded(enterpriseId, told, step, changed(told.contract, step)) };
  }
  if (!ground) throw new Error("A ledger and a quote need what they rest on.");
  if ("usage" in step) return provided(enterpriseId, told, step, ground);
  if ("reverses" in step) return takenBack(enterpriseId, told, step, ground);
  if ("asked" in step) return quoted(enterpriseId, told, step, ground);
  return cancelled(enterpriseId, told, step, ground);
}

function firstOf({ contractId, made }: RegisterContract): Contract {
  const { storeId, vehicleId, contractNumber, type, origin, ...terms } = valueOrRefuse(
    completeRecord(made.contract),
  );
  // In the order in which a contract is read: the history lists its fields so.
  return {
    ...{ contractId, version: 1, storeId, vehicleId, contractNumber, type, status: made.status },
    // Derived at every read, and no part of the history.
    effectiveStatus: made.status,
    remaining: remainingOf(terms, nothingUsed),
    ...terms,
    ...{ predecessorId: made.predecessorId ?? null, successorId: null, cancellation: null, origin },
    createdAt: made.at,
    updatedAt: made.at,
  };
}

const changed = (before: Contract, step: RegisterChange): Contract => ({
  ...before,
  ...(step.changes ? valueOrRefuse(changeRecord(writtenFields(before), step.changes)) : {}),
  version: before.version + 1,
  status: step.status ?? before.status,
  successorId: step.successorId ?? before.successorId,
  updatedAt: step.at,
});

/** What was used was valid: the one move that the ledger stands against. */
function refuseIfVoidAndUsed({ contract, used }: Told, step: RegisterChange, ground: Ground | null): void {
  if (step.status !== "VOID" || !isUsed(used) || !ground) return;
  const { today } = knownAt(ground, contract, step.at);
  const record = { ...movable(writtenFields(contract), today.today), status: contract.status };
  valueOrRefuse(decideMove("void", record, { ...today, reason: step.reason, netUsage: true }));
}
