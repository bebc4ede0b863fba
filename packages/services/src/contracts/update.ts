import type {
  Contract,
  ContractResult,
  ProblemField,
  UpdateContract,
} from "@vehicle-contracts/contract-model";
import {
  changedFields,
  changeRecord,
  fixedFieldBreaks,
  holderBreaks,
  submitBreaks,
  type WrittenFields,
  writtenFields,
} from "@vehicle-contracts/contract-rules";
import { todayIn } from "@vehicle-contracts/contract-rules/temporal";
import type { TenantTx } from "@vehicle-contracts/database";
import { type Actor, requireGrant, requireRole } from "../actor.ts";
import { contractConflict } from "../internal/contract-conflict.ts";
import { contractAlone } from "../internal/contract-row.ts";
import { contractColumns, settleReferences, writeSatellites } from "../internal/contract-write.ts";
import { movable } from "../internal/movable.ts";
import { overlapsOf } from "../internal/overlaps-of.ts";
import { saveContract } from "../internal/save-contract.ts";
import { storeAt } from "../internal/store-row.ts";
import { lockedVehicle } from "../internal/vehicle-row.ts";
import { refuseIfBroken, valueOrRefuse } from "../service-error.ts";
import { getContract } from "./get.ts";

/**
 * Changes only the fields given, each whole (`null` clears), at the version that was read. Without a difference nothing
 * is written: same version, no revision. With `correction` an administrator puts sold terms right that were entered
 * wrongly. Throws NOT_FOUND, FORBIDDEN, STALE_VERSION (with the current contract and what changed since, by whom),
 * RULE_BROKEN (FIELD_FIXED and the rules of terms, price, holder), DUPLICATE.
 */
export async function updateContract(
  tx: TenantTx,
  actor: Actor,
  input: UpdateContract,
): Promise<ContractResult> {
  requireRole(actor, "advisor");
  const before = contractAlone(await getContract(tx, actor, input));
  requireGrant(actor, before.storeId);
  if (input.correction) requireRole(actor, "administrator");
  if (before.version !== input.version) throw await contractConflict(tx, before, input.version);

  const record = writtenFields(before);
  const given = Object.keys(input.changes);
  const allowed = { correction: Boolean(input.correction), given };
  const outcome = changeRecord(record, input.changes);
  if (!outcome.ok) refuseIfBroken(fixedBefore(before, outcome.fields, input, allowed));
  const changed = valueOrRefuse(outcome);
  if (changedFields(record, changed).length === 0)
    return { contract: before, warnings: await overlapsOf(tx, before) };
  refuseIfBroken(fixedFieldBreaks(before.effectiveStatus, record, changed, allowed));
  await refuseIncomplete(tx, actor, before, changed);

  const vehicle = await lockedVehicle(tx, changed.vehicleId, "share", "vehicleId");
  const holder = await settleReferences(tx, changed, before.contractId, record);
  const after = await saveContract(tx, actor, before, {
    columns: contractColumns(changed, vehicle, holder),
    satellites: () => writeSatellites(tx, before.contractId, record, changed),
    action: input.correction ? "contract.corrected" : "contract.updated",
    reason: input.correction?.reason ?? null,
  });
  return { contract: after, warnings: await overlapsOf(tx, after) };
}

/** Fields that cannot be completed and are fixed anyway: that is said, not what would be right in them. */
function fixedBefore(
  before: Contract,
  faults: readonly ProblemField[],
  { changes }: UpdateContract,
  allowed: { correction: boolean; given: readonly string[] },
): ProblemField[] {
  const atFault = new Set(faults.map(({ path }) => path.split(".")[0]));
  const asGiven = Object.entries(changes).filter(
    ([field, value]) => atFault.has(field) || typeof value !== "object" || value === null,
  );
  // as it was sent: what is compared is only whether it differs
  const asked = { ...writtenFields(before), ...Object.fromEntries(asGiven) } as WrittenFields;
  return fixedFieldBreaks(before.effectiveStatus, writtenFields(before), asked, allowed);
}

/** The store exists and is granted, holders do not overlap, and a sold contract keeps what it was sold with. */
async function refuseIncomplete(tx: TenantTx, actor: Actor, before: Contract, changed: WrittenFields) {
  const store = await storeAt(tx, changed.storeId, "storeId");
  requireGrant(actor, changed.storeId);
  const final = ["EXPIRED", "CANCELLED", "VOID"].includes(before.effectiveStatus);
  if (final) return; // only notes have changed
  const today = todayIn(store.timeZone, tx.startedAt);
  const overlapping = holderBreaks(changed.parties, changed, { today, sold: false });
  refuseIfBroken(
    before.status === "DRAFT" ? overlapping : [...overlapping, ...submitBreaks(movable(changed, today))],
  );
}
