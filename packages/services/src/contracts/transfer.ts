import type {
  Contract,
  TransferContract,
  TransferRequest,
  TransferResult,
} from "@vehicle-contracts/contract-model";
import { currentHolder, transferRequestBreaks, transferredParties } from "@vehicle-contracts/contract-rules";
import {
  contractTransfer,
  driverValues,
  newId,
  placesFor,
  prepared,
  type TenantTx,
} from "@vehicle-contracts/database";
import { sql } from "drizzle-orm";
import { type Actor, asRevisionActor, requireGrant, requireRole } from "../actor.ts";
import { changeHolder } from "../internal/change-holder.ts";
import { contractConflict } from "../internal/contract-conflict.ts";
import { sharedParties, sharedPartiesOf } from "../internal/contract-parties.ts";
import { contractAlone, contractAt } from "../internal/contract-row.ts";
import { askForOverlaps } from "../internal/overlaps-of.ts";
import { together } from "../internal/together.ts";
import { transferById } from "../internal/transfer-row.ts";
import { notFound, refuseIfBroken, ruleBroken, valueOrRefuse } from "../service-error.ts";

/**
 * Hands a contract to a new holder from `date` on. By its policy at once, or as a request that an administrator decides: then
 * the contract stays as it is, and `transferRequest` says so. Throws NOT_FOUND, FORBIDDEN, STALE_VERSION, RULE_BROKEN (the
 * codes of docs/rules.md, "Transfer").
 */
export async function transferContract(
  tx: TenantTx,
  actor: Actor,
  input: TransferContract,
): Promise<TransferResult> {
  requireRole(actor, "advisor");
  const { contractId, date, toPartyId } = input;
  const [parties, [newHolder], read] = await together([
    sharedPartiesOf(tx, contractId),
    sharedParties(tx, [{ partyId: toPartyId }]),
    contractAt(tx, actor, contractId),
  ]);
  const before = contractAlone(read);
  requireGrant(actor, before.storeId);
  if (before.version !== input.version) throw await contractConflict(tx, before, input.version);
  if (!newHolder) throw notFound("party", "toPartyId");
  const { latestOdometer, latestHours } = read.vehicle;
  const facts = { today: read.store.today, latestOdometer, latestHours: latestHours?.value ?? null };
  const reason = input.reason?.trim() || null;
  if (before.transferPolicy?.kind === "ON_REQUEST") {
    refuseIfBroken(transferRequestBreaks(before, { date, toPartyId }, facts));
    return request(tx, actor, before, {
      date,
      toPartyId,
      fee: before.transferPolicy.fee,
      today: facts.today,
    });
  }
  const after = valueOrRefuse(transferredParties(before, { date, toPartyId }, facts));
  const shared = [...parties, newHolder];
  return { ...(await changeHolder(tx, actor, before, after, { shared, reason })), transferRequest: null };
}

const fields = [
  ...[
    "enterpriseId",
    "requestId",
    "contractId",
    "contractVersion",
    "state",
    "date",
    "fromPartyId",
    "toPartyId",
  ],
  ...["fee", "requestedBy", "requestedAt"],
];
// One that another call inserts at the same time is waited for, and then seen.
const insert = prepared("insert_transfer", (db) =>
  db
    .insert(contractTransfer)
    .values(placesFor(fields) as never)
    .onConflictDoNothing({
      target: [contractTransfer.enterpriseId, contractTransfer.contractId],
      where: sql`state = 'REQUESTED'`,
    })
    .returning({ requestId: contractTransfer.requestId }),
);

async function request(
  tx: TenantTx,
  actor: Actor,
  before: Contract,
  asked: { date: string; toPartyId: string; fee: TransferRequest["fee"]; today: string },
): Promise<TransferResult> {
  const requestId = newId();
  const holder = currentHolder(before.parties, before, asked.today);
  const row = {
    enterpriseId: tx.enterpriseId,
    requestId,
    contractId: before.contractId,
    contractVersion: before.version,
    state: "REQUESTED",
    date: asked.date,
    fromPartyId: holder?.partyId,
    toPartyId: asked.toPartyId,
    fee: asked.fee,
    requestedBy: asRevisionActor(actor),
    requestedAt: tx.startedAt,
  };
  const [inserted, made, overlaps] = await together([
    insert(tx, driverValues(contractTransfer, row)),
    transferById(tx, requestId),
    askForOverlaps(tx, before),
  ]);
  if (inserted.length === 0 || !made)
    throw ruleBroken({
      path: "contractId",
      code: "TRANSFER_REQUESTED",
      message:
        "A transfer of this contract is asked for already. An administrator has to decide on it first.",
    });
  return { contract: before, warnings: overlaps(before), transferRequest: made };
}
