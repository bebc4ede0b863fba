import type { Contract, Usage } from "@vehicle-contracts/contract-model";
import { lineName } from "../../contracts/line-name.ts";
import type { Format } from "../../contracts/term-words.ts";

type Terms = Pick<Contract, "allowances" | "coverage">;

/** What was provided or paid, by the contract's own words for it. */
export function usageName(
  { kind, code }: Pick<Usage, "kind" | "code">,
  { allowances, coverage }: Terms,
): string {
  const named =
    kind === "ALLOWANCE"
      ? allowances.find((each) => each.code === code)
      : coverage.find((each) => each.code === code && each.treatment === "COVERED");
  return lineName(named ?? { code, description: null });
}

/** "RO 48213, job 1", "RO 48213, Water pump"; null where neither is named. */
export function jobWords({ repairOrder, job }: Pick<Usage, "repairOrder" | "job">): string | null {
  const isNumber = job !== null && /^\d+$/.test(job);
  const parts = [repairOrder, isNumber ? `job ${job}` : job].filter(Boolean);
  return parts.length > 0 ? parts.join(", ") : null;
}

/** "2 units", "Claim", and what became of it. */
export const countedWords = (
  { kind, quantity }: Pick<Usage, "kind" | "quantity">,
  { whole }: Pick<Format, "whole">,
): string => (kind === "AMOUNT" ? "Claim" : `${whole(quantity ?? 0)} ${quantity === 1 ? "unit" : "units"}`);
