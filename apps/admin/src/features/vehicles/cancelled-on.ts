import type { ContractRead, HistoryPage } from "@vehicle-contracts/contract-model";
import { todayIn } from "@vehicle-contracts/contract-rules/temporal";

/** Histories that are read for the day of a cancellation at most. */
const histories = 20;

/** The cancelled contracts whose day is looked up in their history: the last to end. */
export const cancelledToDate = (contracts: readonly ContractRead[]): ContractRead[] =>
  contracts
    .filter(({ effectiveStatus }) => effectiveStatus === "CANCELLED")
    .toSorted((a, b) => ((a.endDate ?? "~") > (b.endDate ?? "~") ? -1 : 1))
    .slice(0, histories);

/** The day of a store's zone on which a contract was cancelled; null where this page of its history does not say. */
export function cancelledOn(history: HistoryPage | undefined, timeZone: string): string | null {
  const cancellation = history?.items.find(({ changes }) =>
    changes.some(({ field, after }) => field === "status" && after === "CANCELLED"),
  );
  return cancellation ? todayIn(timeZone, cancellation.at) : null;
}
