import type { Allowance, CoverageLine, Remaining, Used } from "@vehicle-contracts/contract-model";

/** Nothing has been used yet. */
export const nothingUsed: Used = { allowances: {}, amounts: {} };

const countOf = (counts: Readonly<Record<string, number>>, code: string): number =>
  Object.hasOwn(counts, code) ? (counts[code] ?? 0) : 0;

/**
 * What is left of each allowance and of each coverage line with a maximum, in the contract's order: quantity or maximum less
 * what is used, at least 0 (a correction may have lowered the quantity since). docs/rules.md, "Usage".
 */
export function remainingOf(
  { allowances, coverage }: { allowances: readonly Allowance[]; coverage: readonly CoverageLine[] },
  used: Used,
): Remaining {
  return {
    allowances: allowances.map(({ code, quantity }) => {
      const taken = countOf(used.allowances, code);
      return { code, quantity, used: taken, left: Math.max(0, quantity - taken) };
    }),
    amounts: coverage.flatMap(({ code, treatment, maximumAmount }) => {
      if (treatment !== "COVERED" || maximumAmount === null) return [];
      const { amountMinor, currency } = maximumAmount;
      const taken = countOf(used.amounts, code);
      const money = (minor: number) => ({ amountMinor: minor, currency });
      return [
        { code, maximum: maximumAmount, used: money(taken), left: money(Math.max(0, amountMinor - taken)) },
      ];
    }),
  };
}
