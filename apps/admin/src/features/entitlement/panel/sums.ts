import type { Entitlement } from "@vehicle-contracts/contract-model";

type Line = Entitlement["lines"][number];

/** In minor units. What is not decided is nobody's yet: it counts as covered nowhere, and in no sum of the customer. */
export type JobSums = { job: number; contractsPay: number; undecided: number; customerPays: number };

export function sumsOf(lines: readonly Pick<Line, "decision" | "contractPays" | "customerPays">[]): JobSums {
  const sums = { job: 0, contractsPay: 0, undecided: 0, customerPays: 0 };
  for (const { decision, contractPays, customerPays } of lines) {
    sums.job += contractPays.amountMinor + customerPays.amountMinor;
    sums.contractsPay += contractPays.amountMinor;
    if (decision === "UNDETERMINED") sums.undecided += customerPays.amountMinor;
    else sums.customerPays += customerPays.amountMinor;
  }
  return sums;
}
