import type { RefundTrial } from "@vehicle-contracts/contract-model";
import { stepRows, type WordFormat } from "../../refunds/step-words.ts";

/** A step under the version that is kept and under the draft; null where the one has no such step. */
export type ComparedStep = {
  code: string;
  title: string;
  old: string | null;
  now: string | null;
  isChanged: boolean;
};

type Trial = Pick<RefundTrial, "steps" | "inputs">;

// The order in which steps come, whichever of the two has them.
const order = [
  ...[
    "FREE_LOOK",
    "SHARE_BEFORE_START",
    "TIME_SHARE",
    "DISTANCE_SHARE",
    "HOURS_SHARE",
    "SHARE",
    "UNEARNED",
    "RETAINED",
  ],
  ...["PAID", "SERVICES", "CLAIMS", "UNPAID", "FEE", "FEE_TAX", "RAISED_TO_ZERO"],
];

/** The steps of both, side by side. */
export function compare(old: Trial | null, now: Trial | null, format: WordFormat): ComparedStep[] {
  const rows = { old: old ? stepRows(old, format) : [], now: now ? stepRows(now, format) : [] };
  const codes = new Set([...rows.old, ...rows.now].map(({ code }) => code));
  return [...codes]
    .sort((a, b) => order.indexOf(a) - order.indexOf(b))
    .map((code) => {
      const [before, after] = [rows.old, rows.now].map((side) => side.find((row) => row.code === code));
      const exact = (trial: Trial | null) => trial?.steps.find((step) => step.code === code)?.exact;
      return {
        code,
        title: (after ?? before)?.title ?? code,
        old: before?.result ?? null,
        now: after?.result ?? null,
        isChanged: old !== null && now !== null && exact(old) !== exact(now),
      };
    });
}

/** "The draft changes 1 of 6 steps." */
export function changedWords(steps: readonly ComparedStep[]): string {
  const changed = steps.filter(({ isChanged }) => isChanged).length;
  if (changed === 0) return "The draft changes nothing here.";
  return `The draft changes ${changed} of ${steps.length} steps.`;
}
