import type { ContractRead, RefundInputs } from "@vehicle-contracts/contract-model";
import type { WordFormat } from "../step-words.ts";

type Of = Pick<ContractRead, "remaining" | "successorId">;

/** What else comes of a cancellation, a sentence each. */
export function consequences(contract: Of, { cancelDate }: RefundInputs, format: WordFormat): string[] {
  const left = contract.remaining.allowances.reduce((sum, allowance) => sum + allowance.left, 0);
  return [
    `The contract ends on ${format.date(cancelDate)} and cannot be opened again.`,
    "Nothing more is entered as used: the refund rests on it.",
    ...(left > 0
      ? [
          `${format.whole(left)} ${left === 1 ? "service" : "services"} left ${left === 1 ? "is" : "are"} given up.`,
        ]
      : []),
    ...(contract.successorId === null ? [] : ["The contract that follows this one stays as it is."]),
  ];
}
