import type { ContractInput, ContractResult, CreateContract } from "@vehicle-contracts/contract-model";
import {
  completeRecord,
  currentHolder,
  expiredAtOnce,
  holderBreaks,
  initialStatus,
  type MovableContract,
  nothingUsed,
  type Outcome,
  sellFromPlan,
  startOdometerWarnings,
  submitBreaks,
  type WrittenFields,
} from "@vehicle-contracts/contract-rules";
import { todayIn } from "@vehicle-contracts/contract-rules/temporal";
import { contract, newId, preparedInsert, type TenantTx } from "@vehicle-contracts/database";
import { type Actor, requireGrant, requireRole } from "../actor.ts";
import { askForSale, catalogueFacts } from "../internal/catalogue-sale.ts";
import { contractColumns, latestReadings } from "../internal/contract-columns.ts";
import { holderAmong, sharedParties } from "../internal/contract-parties.ts";
import { contractAlone, contractById } from "../internal/contract-row.ts";
import { writeSatellites } from "../internal/contract-satellites.ts";
import { claimUnique } from "../internal/contract-uniqueness.ts";
import { takeKey } from "../internal/idempotency.ts";
import { movable } from "../internal/movable.ts";
import { askForOverlaps } from "../internal/overlaps-of.ts";
import { providerById } from "../internal/provider-row.ts";
import { recordRevision } from "../internal/revisions.ts";
import { lookForRuleSet } from "../internal/rule-set-row.ts";
import { storeById } from "../internal/store-row.ts";
import { together } from "../internal/together.ts";
import { requireVehicle, sharedVehicle } from "../internal/vehicle-row.ts";
import { notFound, refuseIfBroken, ruleBroken, valueOrRefuse } from "../service-error.ts";

/**
 * A new contract: a quote (DRAFT), sold (PENDING), or taken over while it runs (ACTIVE; EXPIRED if run out), held to the
 * guards of the moves there. A sale of this group that names a plan of its catalogue is completed from that and held to it. The same idempotency key and input answer the same contract again. Answers it with warnings
 * (START_ODOMETER_ABOVE_NEXT, START_ODOMETER_FAR_ABOVE_LAST, EXPIRED_AT_ONCE, OVERLAP). Throws FORBIDDEN, NOT_FOUND (an id within), RULE_BROKEN, DUPLICATE, IDEMPOTENCY_KEY_REUSED,
 * IDEMPOTENCY_KEY_IN_PROGRESS.
 */
export async function createContract(
  tx: TenantTx,
  actor: Actor,
  input: CreateContract,
): Promise<ContractResult> {
  requireRole(actor, "advisor");
  const { idempotencyKey, contract: sent } = input;
  const call = { procedure: "contracts.create", key: idempotencyKey, input: sent };
  const contractId = newId();
  const asSent = namedIn(sent);
  const [key, store, vehicle, sale, refuseRuleSet, ...besides] = await together([
    takeKey<ContractResult>(tx, actor, call),
    storeById(tx, sent.storeId),
    // Shared, so that a reading recorded meanwhile waits, and then sees this contract.
    sharedVehicle(tx, sent.vehicleId),
    askForSale(tx, sent),
    lookForRuleSet(tx, sent.refundRuleSet, "refundRuleSet"),
    ...lookFor(tx, asSent.named, contractId),
  ]);
  if (!store) throw notFound("store", "storeId");
  requireGrant(actor, store.storeId);
  if ("answered" in key) return key.answered;
  const onVehicle = requireVehicle(vehicle, "vehicleId");
  refuseRuleSet();
  const today = todayIn(store.timeZone, tx.startedAt);
  const asked = sale
    ? valueOrRefuse(
        sellFromPlan(sale.plan, sent, catalogueFacts(tx, store, onVehicle, sale.warranties, sale.readings)),
      )
    : sent;
  const { completed, named } = sale ? namedIn(asked) : asSent;
  // A plan may name another provider than was sent, who has numbers of its own.
  const [provider, parties, refuseTaken] =
    sale && named && named.providerId !== asSent.named?.providerId
      ? await together(lookFor(tx, named, contractId))
      : besides;
  const status = asked.status ?? "DRAFT";
  const record = recordOf(asked, completed, status, today);
  if (record.providerId !== null && !provider) throw notFound("provider", "providerId");
  const holder = holderAmong(parties, record.parties);
  refuseTaken?.();
  refuseIfBroken(holderBreaks(record.parties, record, { today, sold: false }));
  const facts = { ...latestReadings(onVehicle), today };
  const moved = valueOrRefuse(initialStatus(status, movable(record, today), facts));
  const [, , made, overlaps] = await together([
    insertContract(tx, {
      ...contractColumns(record, onVehicle, holder),
      enterpriseId: tx.enterpriseId,
      contractId,
      version: 1,
      status: moved.to,
      used: nothingUsed,
      createdAt: tx.startedAt,
      updatedAt: tx.startedAt,
    }),
    writeSatellites(tx, contractId, null, record),
    contractById(tx, contractId),
    askForOverlaps(tx, { ...record, contractId }),
  ]);
  if (!made) throw new Error("A contract was inserted and is not there.");
  const after = contractAlone(made);
  const warnings = [
    ...(sale ? startOdometerWarnings(record, sale.readings) : []),
    // What is taken over while it runs, or after, is history.
    ...(status === "PENDING" ? expiredAtOnce(record, facts) : []),
    ...overlaps(after),
  ];
  const answer = { contract: after, warnings };
  const entry = { action: "contract.created", before: null, after } as const;
  await tx.last(together([recordRevision(tx, actor, undefined, entry), key.keep(answer)]));
  return answer;
}

/** The record as it was sent, in full where it can be. */
function namedIn(input: ContractInput) {
  const completed = completeRecord(input);
  return { completed, named: completed.ok ? completed.value : null };
}

/** What a record names, asked at once: provider, parties, and who has its unique values. */
const lookFor = (tx: TenantTx, named: WrittenFields | null, contractId: string) =>
  [
    named?.providerId ? providerById(tx, named.providerId) : undefined,
    named && named.parties.length > 0 ? sharedParties(tx, named.parties) : [],
    named ? claimUnique(tx, named, contractId, null) : undefined,
  ] as const;

const insertContract = preparedInsert("insert_contract", contract);

/** The fields in full; where they cannot be, what a sale lacks is said besides, in the order of the moves. */
function recordOf(
  input: ContractInput,
  outcome: Outcome<WrittenFields>,
  asked: string,
  today: string,
): WrittenFields {
  if (outcome.ok) return outcome.value;
  const holder = currentHolder(input.parties ?? [], input, today);
  // what a sale asks of a limit is only its kind
  const asSold = { ...input, holderId: holder?.partyId ?? null } as Omit<MovableContract, "status">;
  const lacking = asked === "DRAFT" ? [] : submitBreaks(asSold);
  const codes = new Set(lacking.map(({ code }) => code));
  throw ruleBroken(...lacking, ...outcome.fields.filter(({ code }) => !codes.has(code)));
}
