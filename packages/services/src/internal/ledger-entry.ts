import type { UsageInput, Used } from "@vehicle-contracts/contract-model";
import {
  type OdometerEntry,
  odometerStanding,
  reversalBreaks,
  type UsageTaken,
  type UsedContract,
  usageBreaks,
  withUsage,
} from "@vehicle-contracts/contract-rules";
import { refuseIfBroken } from "../service-error.ts";
import { type LedgerEntry, takenBy, type UsageRow } from "./usage-row.ts";

/** By whom and when an entry is recorded, and its ids. */
export type EntryMark = Pick<
  UsageRow,
  "enterpriseId" | "contractId" | "usageId" | "recordedBy" | "recordedAt" | "correlationId"
>;

/** An entry to be written, and what the ledger has taken with it. */
type Written = { entry: UsageRow; used: Used };

/**
 * What a contract provided or paid, as an entry of its ledger. `odometers` are the vehicle's readings in the order recorded.
 * Throws RULE_BROKEN (`usageBreaks`).
 */
export function newEntry(
  contract: UsedContract,
  odometers: readonly OdometerEntry[],
  usage: UsageInput,
  mark: EntryMark,
): Written {
  const last = odometerStanding(odometers).standing.findLast(({ date }) => date <= usage.date);
  const taken = takenOf(usage);
  refuseIfBroken(usageBreaks(contract, taken, usage, last?.odometer ?? null));
  const entry = {
    ...mark,
    kind: usage.kind,
    code: usage.code,
    quantity: usage.quantity ?? null,
    amountMinor: usage.amount?.amountMinor ?? null,
    currency: usage.amount?.currency ?? null,
    date: usage.date,
    odometerValue: usage.odometer?.value ?? null,
    odometerUnit: usage.odometer?.unit ?? null,
    repairOrder: usage.repairOrder,
    job: usage.job,
    reverses: null,
    reason: null,
  };
  return { entry, used: withUsage(contract.used, taken, 1) };
}

/** An entry that takes another one back, whole. Throws RULE_BROKEN (`reversalBreaks`). */
export function newReversal(
  contract: Pick<UsedContract, "effectiveStatus" | "used">,
  before: LedgerEntry,
  reason: string,
  mark: EntryMark,
): Written {
  refuseIfBroken(
    reversalBreaks(contract, {
      isReversal: before.reverses !== null,
      isReversed: before.reversedBy !== null,
    }),
  );
  const { reversedBy: _, ...figures } = before;
  const entry = { ...figures, ...mark, reverses: before.usageId, reason };
  return { entry, used: withUsage(contract.used, takenBy(before), -1) };
}

const takenOf = (usage: UsageInput): UsageTaken =>
  usage.kind === "ALLOWANCE"
    ? { kind: usage.kind, code: usage.code, quantity: usage.quantity }
    : { kind: usage.kind, code: usage.code, amount: usage.amount };
