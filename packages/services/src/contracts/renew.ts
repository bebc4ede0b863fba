import type { ContractResult, RenewContract } from "@vehicle-contracts/contract-model";
import { nothingUsed, renewalBreaks, renewalRecord, writtenFields } from "@vehicle-contracts/contract-rules";
import { contract, newId, preparedInsert, type TenantTx } from "@vehicle-contracts/database";
import { type Actor, requireGrant, requireRole } from "../actor.ts";
import { contractColumns } from "../internal/contract-columns.ts";
import { contractConflict } from "../internal/contract-conflict.ts";
import { holderAmong, sharedPartiesOf } from "../internal/contract-parties.ts";
import { contractAlone, contractAt, contractById } from "../internal/contract-row.ts";
import { writeSatellites } from "../internal/contract-satellites.ts";
import { guardedUpdate } from "../internal/guarded-update.ts";
import { takeKey } from "../internal/idempotency.ts";
import { factsBeside } from "../internal/move-facts.ts";
import { askForOverlaps } from "../internal/overlaps-of.ts";
import { planForRenewal, planVersionOfToday } from "../internal/plan-of-today.ts";
import { newestRevision, recordRevision } from "../internal/revisions.ts";
import { together } from "../internal/together.ts";
import { requireVehicle, sharedVehicleOf } from "../internal/vehicle-row.ts";
import { refuseIfBroken, valueOrRefuse } from "../service-error.ts";

/**
 * Sells the contract that follows: PENDING from the day after the end, for as long and as far, by the plan's version and price of
 * today; both name each other. Answers the successor. The same idempotency key and input answer the same one again. Throws
 * NOT_FOUND, FORBIDDEN, STALE_VERSION (also where another renews it at the same time), RULE_BROKEN (the codes of docs/rules.md,
 * "Renewal"), IDEMPOTENCY_KEY_REUSED, IDEMPOTENCY_KEY_IN_PROGRESS.
 */
export async function renewContract(
  tx: TenantTx,
  actor: Actor,
  input: RenewContract,
): Promise<ContractResult> {
  requireRole(actor, "advisor");
  const { idempotencyKey, contractId, version } = input;
  const call = { procedure: "contracts.renew", key: idempotencyKey, input: { contractId, version } };
  const [key, vehicle, parties, read, { hasSuccessor }, plan] = await together([
    takeKey<ContractResult>(tx, actor, call),
    sharedVehicleOf(tx, contractId),
    sharedPartiesOf(tx, contractId),
    contractAt(tx, actor, contractId),
    factsBeside(tx, contractId),
    planVersionOfToday(tx, contractId),
  ]);
  const before = contractAlone(read);
  requireGrant(actor, before.storeId);
  if ("answered" in key) return key.answered;
  if (before.version !== version) throw await contractConflict(tx, before, version);
  const { today } = read.store;
  const { latestOdometer, latestHours } = read.vehicle;
  const facts = { today, latestOdometer, latestHours: latestHours?.value ?? null, hasSuccessor };
  const onVehicle = requireVehicle(vehicle);
  refuseIfBroken([renewalBreaks(before, facts)].filter((field) => field !== null));
  const record = valueOrRefuse(
    renewalRecord(writtenFields(before), before, facts, planForRenewal(plan, before, facts)),
  );
  const successorId = newId();
  const [, , linked, newest, made, former, overlaps] = await together([
    insertContract(tx, {
      ...contractColumns(record, onVehicle, holderAmong(parties, record.parties)),
      enterpriseId: tx.enterpriseId,
      contractId: successorId,
      version: 1,
      status: "PENDING",
      predecessorId: contractId,
      used: nothingUsed,
      createdAt: tx.startedAt,
      updatedAt: tx.startedAt,
    }),
    writeSatellites(tx, successorId, null, record),
    link(tx, { id: contractId, version }, { successorId, updatedAt: tx.startedAt }),
    newestRevision(tx, contractId),
    contractById(tx, successorId),
    contractById(tx, contractId),
    askForOverlaps(tx, { ...record, contractId: successorId }),
  ]);
  if (!made || !former) throw new Error("A contract was written and is not there.");
  if (!linked) throw await contractConflict(tx, contractAlone(former), version);
  const successor = contractAlone(made);
  const answer = { contract: successor, warnings: overlaps(successor) };
  const created = { action: "contract.created", before: null, after: successor } as const;
  const renewed = { action: "contract.renewed", before, after: contractAlone(former) } as const;
  await tx.last(
    together([
      recordRevision(tx, actor, undefined, created),
      recordRevision(tx, actor, newest, renewed),
      key.keep(answer),
    ]),
  );
  return answer;
}

const insertContract = preparedInsert("insert_renewal", contract);
const link = guardedUpdate(contract, { tenant: contract.enterpriseId, id: contract.contractId });
