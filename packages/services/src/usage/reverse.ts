import type { ReverseUsage, UsageResult } from "@vehicle-contracts/contract-model";
import { remainingOf } from "@vehicle-contracts/contract-rules";
import { newId, type TenantTx } from "@vehicle-contracts/database";
import { type Actor, asRevisionActor, requireAnyStore, requireGrant, requireRole } from "../actor.ts";
import { holdLedger, setUsed } from "../internal/held-ledger.ts";
import { takeKey } from "../internal/idempotency.ts";
import { newReversal } from "../internal/ledger-entry.ts";
import { together } from "../internal/together.ts";
import { contractOfUsage, insertUsage, toUsage, usageById } from "../internal/usage-row.ts";
import { notFound } from "../service-error.ts";

const heldLedger = holdLedger("ledger_of_usage", contractOfUsage);

/**
 * Takes an entry of the ledger back, whole and once, by a new entry that says why; takes an advisor of the contract's store.
 * Answers the new entry. Throws NOT_FOUND, FORBIDDEN, RULE_BROKEN (ALREADY_REVERSED, WRONG_STATUS), IDEMPOTENCY_KEY_REUSED,
 * IDEMPOTENCY_KEY_IN_PROGRESS.
 */
export async function reverseUsage(tx: TenantTx, actor: Actor, input: ReverseUsage): Promise<UsageResult> {
  requireRole(actor, "advisor");
  requireAnyStore(actor);
  const { usageId, reason, idempotencyKey } = input;
  const call = { procedure: "usage.reverse", key: idempotencyKey, input: { usageId, reason } };
  const [key, held, before] = await together([
    takeKey<UsageResult>(tx, actor, call),
    heldLedger(tx, { usageId }),
    // Once the contract is held, so that of two who take it back at once the second sees the first.
    usageById(tx, usageId),
  ]);
  if (!held || !before) throw notFound("entry of the ledger");
  const { contract, used } = held;
  requireGrant(actor, contract.storeId);
  if ("answered" in key) return key.answered;
  const { enterpriseId, contractId } = before;
  const mark = {
    ...{ enterpriseId, contractId, usageId: newId() },
    ...{ recordedBy: asRevisionActor(actor), recordedAt: tx.startedAt, correlationId: actor.correlationId },
  };
  const { effectiveStatus } = contract;
  const { entry, used: now } = newReversal({ effectiveStatus, used }, before, reason, mark);
  const answer: UsageResult = {
    usage: toUsage({ ...entry, reversedBy: null }),
    remaining: remainingOf(contract, now),
    warnings: [],
  };
  await tx.last(together([insertUsage(tx, entry), setUsed(tx, contractId, now), key.keep(answer)]));
  return answer;
}
