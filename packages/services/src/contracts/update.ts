import type {
  Contract,
  ContractResult,
  Plan,
  ProblemField,
  UpdateContract,
} from "@vehicle-contracts/contract-model";
import {
  type CatalogueFacts,
  changedFields,
  changeRecord,
  entryBreaks,
  fixedFieldBreaks,
  holderBreaks,
  leftToPlan,
  type OdometerEntry,
  planBreaks,
  sameValue,
  startOdometerWarnings,
  submitBreaks,
  usedTermsBreaks,
  type WrittenFields,
  writtenFields,
} from "@vehicle-contracts/contract-rules";
import { todayIn } from "@vehicle-contracts/contract-rules/temporal";
import type { TenantTx } from "@vehicle-contracts/database";
import { type Actor, requireGrant, requireRole } from "../actor.ts";
import { askForWarranties, factsOfContract } from "../internal/catalogue-sale.ts";
import { contractColumns } from "../internal/contract-columns.ts";
import { contractConflict } from "../internal/contract-conflict.ts";
import { holderAmong, sharedParties, sharedPartiesOf } from "../internal/contract-parties.ts";
import { contractAlone, contractAt } from "../internal/contract-row.ts";
import { writeSatellites } from "../internal/contract-satellites.ts";
import { claimUnique } from "../internal/contract-uniqueness.ts";
import { holdUsed } from "../internal/held-ledger.ts";
import { movable } from "../internal/movable.ts";
import { askForOverlaps } from "../internal/overlaps-of.ts";
import { planOfContract } from "../internal/plan-row.ts";
import { providerById } from "../internal/provider-row.ts";
import { odometerEntriesOf, odometerEntriesOfContract } from "../internal/reading.ts";
import { lookForRuleSet } from "../internal/rule-set-row.ts";
import { saveContract } from "../internal/save-contract.ts";
import { storeById } from "../internal/store-row.ts";
import { together } from "../internal/together.ts";
import { requireVehicle, sharedVehicle, sharedVehicleOf } from "../internal/vehicle-row.ts";
import { notFound, refuseIfBroken, valueOrRefuse } from "../service-error.ts";

/**
 * Changes only the fields given, each whole (`null` clears), at the version that was read. Without a difference nothing
 * is written: same version, no revision. With `correction` an administrator puts sold terms right that were entered
 * wrongly. Of a sale from the catalogue that does not run yet `null` leaves a term to the plan again. Throws NOT_FOUND,
 * FORBIDDEN, STALE_VERSION (with the current contract and what changed since, by whom), RULE_BROKEN (FIELD_FIXED, the rules of
 * terms, price, holder, what a plan of the catalogue does not leave to a sale, and what has been used), DUPLICATE.
 */
export async function updateContract(
  tx: TenantTx,
  actor: Actor,
  input: UpdateContract,
): Promise<ContractResult> {
  requireRole(actor, "advisor");
  const { contractId, changes } = input;
  const [vehicle, used, read, parties, provider, store, refuseRuleSet, sold, readings] = await together([
    changes.vehicleId ? sharedVehicle(tx, changes.vehicleId) : sharedVehicleOf(tx, contractId),
    // Before the contract is read: it then knows every entry, and no other comes before the end.
    (changes.coverage !== undefined || changes.allowances !== undefined) && holdUsed(tx, contractId),
    contractAt(tx, actor, contractId),
    changes.parties ? sharedParties(tx, changes.parties) : sharedPartiesOf(tx, contractId),
    changes.providerId && providerById(tx, changes.providerId),
    changes.storeId && storeById(tx, changes.storeId),
    lookForRuleSet(tx, changes.refundRuleSet, "refundRuleSet"),
    planOfContract(tx, contractId),
    movesStart(Object.keys(changes)) ? askForReadings(tx, input) : [],
  ]);
  const before = contractAlone(read);
  requireGrant(actor, before.storeId);
  if (input.correction) requireRole(actor, "administrator");
  if (before.version !== input.version) throw await contractConflict(tx, before, input.version);

  const record = writtenFields(before);
  const today = store ? todayIn(store.timeZone, tx.startedAt) : read.store.today;
  const where = store ? { currency: store.currency, unit: store.distanceUnit } : sold;
  const byPlan =
    sold && where && vehicle && isHeld(before, input)
      ? { plan: sold.plan, facts: await factsOfSale(tx, changes, { where, today, vehicle, readings }) }
      : null;
  const isOfPlan = changes.plan === undefined || sameValue(changes.plan, record.plan);
  const asked = byPlan && isOfPlan ? leftToPlan(byPlan.plan, record, changes, byPlan.facts) : changes;
  const allowed = { correction: Boolean(input.correction), given: Object.keys(changes) };
  const outcome = changeRecord(record, asked);
  if (!outcome.ok) refuseIfBroken(fixedBefore(before, outcome.fields, input, allowed));
  const changed = valueOrRefuse(outcome);
  const fields = changedFields(record, changed);
  if (fields.length === 0)
    return { contract: before, warnings: (await tx.last(askForOverlaps(tx, before)))(before) };
  refuseIfBroken(fixedFieldBreaks(before.effectiveStatus, record, changed, allowed));
  if (byPlan) refuseIfBroken(breaksOfSale(before, changed, fields, byPlan));
  if (used) refuseIfBroken(usedTermsBreaks(before, changed, used));
  if (changes.storeId && !store) throw notFound("store", "storeId");
  refuseRuleSet();
  requireGrant(actor, changed.storeId);
  refuseIncomplete(before, changed, today);

  const onVehicle = requireVehicle(vehicle, "vehicleId");
  if (changes.providerId && !provider) throw notFound("provider", "providerId");
  const holder = holderAmong(parties, changed.parties);
  return saveContract(tx, actor, before, {
    first: () => claimUnique(tx, changed, contractId, record),
    columns: contractColumns(changed, onVehicle, holder),
    satellites: () => writeSatellites(tx, contractId, record, changed),
    action: input.correction ? "contract.corrected" : "contract.updated",
    reason: input.correction?.reason ?? null,
    warnings: sold && movesStart(fields) ? startOdometerWarnings(changed, readings) : [],
  });
}

/** Whether a sale is held to its plan: what runs is fixed anyway, and a correction may be anything. */
const isHeld = ({ effectiveStatus }: Contract, { correction }: UpdateContract): boolean =>
  ["DRAFT", "PENDING"].includes(effectiveStatus) && !correction;

type Sale = {
  where: Parameters<typeof factsOfContract>[0];
  today: string;
  vehicle: NonNullable<Awaited<ReturnType<typeof sharedVehicle>>>;
  readings: OdometerEntry[];
};

/** What a sale is judged by; the manufacturer's warranties only where the start is left to the plan. */
const factsOfSale = async (tx: TenantTx, { startDate }: UpdateContract["changes"], sale: Sale) =>
  factsOfContract(
    sale.where,
    sale.today,
    sale.vehicle,
    sale.readings,
    startDate === null ? await askForWarranties(tx, sale.vehicle) : [],
  );

/** The readings of the vehicle that the contract is on, or will be. */
const askForReadings = (
  tx: TenantTx,
  { contractId, changes: { vehicleId } }: UpdateContract,
): Promise<OdometerEntry[]> =>
  vehicleId ? odometerEntriesOf(tx, vehicleId) : odometerEntriesOfContract(tx, contractId);

/** Whether the odometer at the start counts from another vehicle, day or figure than before. */
const movesStart = (changed: readonly string[]): boolean =>
  ["vehicleId", "startDate", "distance"].some((field) => changed.includes(field));

/** Where the fields changed are not what a sale may say; a quote may deviate from its plan until it is sold. */
function breaksOfSale(
  { effectiveStatus }: Contract,
  changed: WrittenFields,
  fields: readonly string[],
  { plan, facts }: { plan: Plan; facts: CatalogueFacts },
): ProblemField[] {
  const among =
    (touched: readonly string[]) =>
    ({ path }: ProblemField) =>
      touched.includes(path.split(".")[0] ?? "");
  return [
    ...(effectiveStatus === "PENDING" ? planBreaks(plan, changed, facts).filter(among(fields)) : []),
    ...entryBreaks(plan, changed, facts).filter(among(movesStart(fields) ? [...fields, "distance"] : fields)),
  ];
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

/** Holders do not overlap, and a sold contract keeps what it was sold with. */
function refuseIncomplete(before: Contract, changed: WrittenFields, today: string): void {
  const final = ["EXPIRED", "CANCELLED", "VOID"].includes(before.effectiveStatus);
  if (final) return; // only notes have changed
  const overlapping = holderBreaks(changed.parties, changed, { today, sold: false });
  refuseIfBroken(
    before.status === "DRAFT" ? overlapping : [...overlapping, ...submitBreaks(movable(changed, today))],
  );
}
