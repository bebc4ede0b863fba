import type { RefuseTransfer, TransferResult } from "@vehicle-contracts/contract-model";
import type { TenantTx } from "@vehicle-contracts/database";
import type { Actor } from "../actor.ts";
import { contractAlone } from "../internal/contract-row.ts";
import { decideTransfer, undecidedTransfer } from "../internal/decide-transfer.ts";
import { askForOverlaps } from "../internal/overlaps-of.ts";
import { together } from "../internal/together.ts";

/**
 * Refuses a transfer that was asked for; the contract stays with its holder, and another may be asked for. Takes an
 * administrator. Throws NOT_FOUND, FORBIDDEN, RULE_BROKEN (REQUEST_DECIDED).
 */
export async function refuseTransfer(
  tx: TenantTx,
  actor: Actor,
  input: RefuseTransfer,
): Promise<TransferResult> {
  const { request, read } = await undecidedTransfer(tx, actor, input.requestId);
  const contract = contractAlone(read);
  const decision = { state: "REFUSED" as const, reason: input.reason?.trim() || null };
  const [transferRequest, overlaps] = await tx.last(
    together([decideTransfer(tx, actor, request, decision), askForOverlaps(tx, contract)]),
  );
  return { contract, warnings: overlaps(contract), transferRequest };
}
