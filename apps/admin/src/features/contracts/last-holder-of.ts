import type { ContractRead } from "@vehicle-contracts/contract-model";

type Held = Pick<ContractRead, "effectiveStatus" | "startDate" | "holder">;

const rank = ({ effectiveStatus }: Held): number =>
  effectiveStatus === "ACTIVE" || effectiveStatus === "SUSPENDED" || effectiveStatus === "PENDING" ? 1 : 0;

/** Who holds what is in force on the vehicle, the latest first; else who held it last. Most who buy again are the same. */
export function lastHolderOf(contracts: readonly Held[]): string | null {
  const held = contracts.filter(
    ({ holder, effectiveStatus }) => holder !== null && !["VOID", "DRAFT"].includes(effectiveStatus),
  );
  const [latest] = held.toSorted(
    (a, b) => rank(b) - rank(a) || ((a.startDate ?? "") < (b.startDate ?? "") ? 1 : -1),
  );
  return latest?.holder?.partyId ?? null;
}
