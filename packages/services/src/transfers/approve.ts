import type { ApproveTransfer, TransferResult } from "@vehicle-contracts/contract-model";
import { transferredParties } from "@vehicle-contracts/contract-rules";
import type { TenantTx } from "@vehicle-contracts/database";
import type { Actor } from "../actor.ts";
import { changeHolder } from "../internal/change-holder.ts";
import { contractAlone } from "../internal/contract-row.ts";
import { decideTransfer, undecidedTransfer } from "../internal/decide-transfer.ts";
import { together } from "../internal/together.ts";
import { ruleBroken, valueOrRefuse } from "../service-error.ts";

/**
 * Lets a transfer that was asked for take place, as the contract is now: the day is that of the request, and it was in time by
 * the day on which it was asked. Whoever approves says that the fee has been paid. Takes an administrator. Throws NOT_FOUND,
 * FORBIDDEN, STALE_VERSION, RULE_BROKEN (REQUEST_DECIDED, FEE_UNPAID, and the codes of docs/rules.md, "Transfer").
 */
export async function approveTransfer(
  tx: TenantTx,
  actor: Actor,
  input: ApproveTransfer,
): Promise<TransferResult> {
  const { request, shared, read } = await undecidedTransfer(tx, actor, input.requestId);
  const { fee } = request;
  if (input.feePaid === false && fee && fee.amountMinor > 0)
    throw ruleBroken({
      path: "feePaid",
      code: "FEE_UNPAID",
      message: "The fee of the transfer has not been paid. It is approved once it is.",
    });
  const { today } = read.store;
  const { latestOdometer, latestHours } = read.vehicle;
  const { date } = request;
  // a start that lies behind by now was still ahead on the day asked for: then it was when it was asked for
  const transfer = { date, toPartyId: request.toParty.partyId, askedOn: date };
  const facts = { today, latestOdometer, latestHours: latestHours?.value ?? null };
  const after = valueOrRefuse(transferredParties(read, transfer, facts));
  const reason = input.reason?.trim() || null;
  const [transferRequest, result] = await together([
    decideTransfer(tx, actor, request, { state: "APPROVED", reason }),
    changeHolder(tx, actor, contractAlone(read), after, { shared, reason }),
  ]);
  return { ...result, transferRequest };
}
