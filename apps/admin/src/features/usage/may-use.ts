import type { ContractRead } from "@vehicle-contracts/contract-model";

type Usable = Pick<ContractRead, "effectiveStatus" | "allowances" | "coverage">;

/** Whether there is anything that could be recorded: a service or a line that pays. */
export const hasUsage = ({ allowances, coverage }: Pick<Usable, "allowances" | "coverage">): boolean =>
  allowances.length > 0 || coverage.some(({ treatment }) => treatment === "COVERED");

/** Why nothing can be recorded on a contract in this state; null where something can. A job done in time may be entered late. */
export function whyNoUsage({ effectiveStatus }: Pick<Usable, "effectiveStatus">): string | null {
  switch (effectiveStatus) {
    case "ACTIVE":
    case "SUSPENDED":
    case "EXPIRED":
      return null;
    case "CANCELLED":
      return "The contract is cancelled: its refund rests on what was used until then.";
    case "DRAFT":
      return "A draft is not sold yet.";
    case "PENDING":
      return "The contract has not started.";
    case "VOID":
      return "The contract was never valid.";
  }
}
