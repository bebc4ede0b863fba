import type { Contract, RevisionAction, RevisionActor } from "@vehicle-contracts/contract-model";
import {
  changeRecord,
  completeRecord,
  nothingUsed,
  remainingOf,
  submitBreaks,
  writtenFields,
} from "@vehicle-contracts/contract-rules";
import type { contractRevision } from "@vehicle-contracts/database";
import { movable } from "../internal/movable.ts";
import { changesBetween, hashOf } from "../internal/revisions.ts";
import { refuseIfBroken, valueOrRefuse } from "../service-error.ts";
import type { RegisterContract, RegisterStep } from "./register.ts";

type RevisionRow = typeof contractRevision.$inferSelect;

/**
 * A contract as its steps leave it, and the entries of its history, each with the hash over its predecessor. Throws
 * RULE_BROKEN where terms, distance, hours or price do not agree, or where a sold one lacks what it takes to be sold.
 */
export function tellHistory(
  enterpriseId: string,
  { contractId, made, steps }: RegisterContract,
): { contract: Contract; revisions: RevisionRow[] } {
  const revisions: RevisionRow[] = [];
  const { storeId, vehicleId, contractNumber, type, origin, ...terms } = valueOrRefuse(
    completeRecord(made.contract),
  );
  // In the order in which a contract is read: the history lists its fields so.
  const first: Contract = {
    ...{ contractId, version: 1, storeId, vehicleId, contractNumber, type, status: made.status },
    // Derived at every read, and no part of the history.
    effectiveStatus: made.status,
    remaining: remainingOf(terms, nothingUsed),
    ...terms,
    ...{ predecessorId: made.predecessorId ?? null, successorId: null, cancellation: null, origin },
    createdAt: made.at,
    updatedAt: made.at,
  };
  const entry = (
    step: { at: string; actor: RevisionActor; correlationId: string; reason?: string | null },
    action: RevisionAction,
    before: Contract | null,
    after: Contract,
  ) => {
    const last = revisions.at(-1);
    const link = {
      enterpriseId,
      contractId,
      revision: revisions.length + 1,
      version: after.version,
      action,
      at: step.at,
      actor: step.actor,
      correlationId: step.correlationId,
      reason: step.reason ?? null,
      changes: changesBetween(before, after),
      previousHash: last?.hash ?? null,
    };
    if (link.changes.length > 0) revisions.push({ ...link, hash: hashOf(link) });
    return link.changes.length > 0 ? after : before;
  };

  let contract = first;
  entry(made, "contract.created", null, first);
  for (const step of steps) {
    const after = changed(contract, step);
    if (step.at < contract.updatedAt)
      throw new RangeError(`The history of contract ${contractId} goes back in time at ${step.at}.`);
    contract = entry(step, step.action, contract, after) ?? contract;
  }
  if (contract.status !== "DRAFT" && contract.status !== "VOID")
    refuseIfBroken(submitBreaks(movable(writtenFields(contract), contract.startDate ?? "")));
  return { contract, revisions };
}

const changed = (before: Contract, step: RegisterStep): Contract => ({
  ...before,
  ...(step.changes ? valueOrRefuse(changeRecord(writtenFields(before), step.changes)) : {}),
  version: before.version + 1,
  status: step.status ?? before.status,
  successorId: step.successorId ?? before.successorId,
  cancellation: step.cancellation ?? before.cancellation,
  updatedAt: step.at,
});
