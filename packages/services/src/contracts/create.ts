import type { ContractInput, ContractResult, CreateContract, Store } from "@vehicle-contracts/contract-model";
import {
  completeRecord,
  currentHolder,
  holderBreaks,
  initialStatus,
  type MovableContract,
  submitBreaks,
  type WrittenFields,
} from "@vehicle-contracts/contract-rules";
import { todayIn } from "@vehicle-contracts/contract-rules/temporal";
import { contract, newId, type TenantTx } from "@vehicle-contracts/database";
import { eq } from "drizzle-orm";
import { type Actor, requireGrant, requireRole } from "../actor.ts";
import { contractAlone, readContracts } from "../internal/contract-row.ts";
import {
  contractColumns,
  latestReadings,
  settleReferences,
  writeSatellites,
} from "../internal/contract-write.ts";
import { once } from "../internal/idempotency.ts";
import { movable } from "../internal/movable.ts";
import { overlapsOf } from "../internal/overlaps-of.ts";
import { recordRevision } from "../internal/revisions.ts";
import { storeAt } from "../internal/store-row.ts";
import { lockedVehicle } from "../internal/vehicle-row.ts";
import { refuseIfBroken, ruleBroken, valueOrRefuse } from "../service-error.ts";

/**
 * A new contract: a quote (DRAFT), sold (PENDING), or taken over while it runs (ACTIVE; EXPIRED if run out), held to the
 * guards of the moves there. The same idempotency key and input answer the same contract again. Answers it with warnings
 * (OVERLAP). Throws FORBIDDEN, NOT_FOUND (an id within), RULE_BROKEN, DUPLICATE, IDEMPOTENCY_KEY_REUSED,
 * IDEMPOTENCY_KEY_IN_PROGRESS.
 */
export async function createContract(
  tx: TenantTx,
  actor: Actor,
  input: CreateContract,
): Promise<ContractResult> {
  requireRole(actor, "advisor");
  const store = await storeAt(tx, input.contract.storeId, "storeId");
  requireGrant(actor, store.storeId);
  const call = { procedure: "contracts.create", key: input.idempotencyKey, input: input.contract };
  return once(tx, actor, call, () => makeContract(tx, actor, store, input.contract));
}

/** The fields in full; where they cannot be, what a sale lacks is said besides, in the order of the moves. */
function recordOf(input: ContractInput, asked: string, today: string): WrittenFields {
  const outcome = completeRecord(input);
  if (outcome.ok) return outcome.value;
  const holder = currentHolder(input.parties ?? [], input, today);
  // what a sale asks of a limit is only its kind
  const asSold = { ...input, holderId: holder?.partyId ?? null } as Omit<MovableContract, "status">;
  const lacking = asked === "DRAFT" ? [] : submitBreaks(asSold);
  const codes = new Set(lacking.map(({ code }) => code));
  throw ruleBroken(...lacking, ...outcome.fields.filter(({ code }) => !codes.has(code)));
}

async function makeContract(
  tx: TenantTx,
  actor: Actor,
  store: Store,
  input: ContractInput,
): Promise<ContractResult> {
  // Shared, so that a reading recorded meanwhile waits, and then sees this contract.
  const vehicle = await lockedVehicle(tx, input.vehicleId, "share", "vehicleId");
  const today = todayIn(store.timeZone, tx.startedAt);
  const asked = input.status ?? "DRAFT";
  const record = recordOf(input, asked, today);
  const contractId = newId();
  const holder = await settleReferences(tx, record, contractId, null);
  refuseIfBroken(holderBreaks(record.parties, record, { today, sold: false }));
  const moved = valueOrRefuse(
    initialStatus(asked, movable(record, today), { ...latestReadings(vehicle), today }),
  );
  await tx.insert(contract).values({
    ...contractColumns(record, vehicle, holder),
    enterpriseId: tx.enterpriseId,
    contractId,
    version: 1,
    status: moved.to,
    predecessorId: null,
    successorId: null,
    createdAt: tx.startedAt,
    updatedAt: tx.startedAt,
  });
  await writeSatellites(tx, contractId, null, record);
  const [made] = await readContracts(tx, eq(contract.contractId, contractId));
  if (!made) throw new Error("A contract was inserted and is not there.");
  const after = contractAlone(made);
  await recordRevision(tx, actor, { action: "contract.created", before: null, after });
  return { contract: after, warnings: await overlapsOf(tx, after) };
}
