import type { ContractStatus, Warning } from "@vehicle-contracts/contract-model";
import { byCodePoint } from "./code-point-order.ts";
import { broken } from "./outcome.ts";
import { sayDate } from "./wording.ts";

/** A contract of the vehicle. Dates inclusive; no endDate is endless. */
export type OverlappingContract = {
  contractId: string;
  type: string;
  effectiveStatus: ContractStatus;
  startDate?: string | null | undefined;
  endDate?: string | null | undefined;
  contractNumber?: string | null | undefined;
};

/** The days that two contracts share, both inclusive; `to` is null where neither ends. */
export type Overlap = { contractId: string; from: string; to: string | null };

const live: readonly ContractStatus[] = ["PENDING", "ACTIVE", "SUSPENDED"];

/**
 * The other contracts of the vehicle that are of the same type, effectively PENDING, ACTIVE or SUSPENDED, and share a day with
 * this one (itself so, or DRAFT), by contractId. Never an error. docs/rules.md, "Overlap".
 */
export function overlaps(contract: OverlappingContract, others: readonly OverlappingContract[]): Overlap[] {
  if (
    !contract.startDate ||
    !(live.includes(contract.effectiveStatus) || contract.effectiveStatus === "DRAFT")
  )
    return [];
  const { startDate, endDate } = contract;
  return others
    .flatMap((other) => {
      if (other.contractId === contract.contractId || other.type !== contract.type) return [];
      if (!other.startDate || !live.includes(other.effectiveStatus)) return [];
      const from = [startDate, other.startDate].sort()[1] ?? startDate;
      const ends = [endDate, other.endDate].filter((end) => typeof end === "string").sort();
      const to = ends[0] ?? null;
      return to === null || from <= to ? [{ contractId: other.contractId, from, to }] : [];
    })
    .sort((a, b) => byCodePoint(a.contractId, b.contractId));
}

/** The overlaps as warnings of the code OVERLAP, one for each contract, for the answer of a change. */
export function overlapWarnings(
  contract: OverlappingContract,
  others: readonly OverlappingContract[],
): Warning[] {
  return overlaps(contract, others).map(({ contractId, from, to }) => {
    const number = others.find((other) => other.contractId === contractId)?.contractNumber;
    const message = `Another contract of the same type${number ? `, ${number},` : ""} covers the vehicle ${
      to === null
        ? `from ${sayDate(from)} on`
        : from === to
          ? `on ${sayDate(from)}`
          : `from ${sayDate(from)} to ${sayDate(to)}`
    } too. Check that both are meant.`;
    return { code: "OVERLAP", message, fields: [broken("startDate", "OVERLAP", message)] };
  });
}
