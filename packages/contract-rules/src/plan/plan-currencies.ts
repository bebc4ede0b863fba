import type { PlanTerms } from "@vehicle-contracts/contract-model";

/** Every list of amounts that a plan has, with where it stands; empty ones left out. */
export const amountsOf = (plan: PlanTerms): { path: string; currencies: string[] }[] =>
  [
    { path: "prices", amounts: plan.prices },
    ...plan.coverage.map((line, at) => ({
      path: `coverage.${at}.maximumAmounts`,
      amounts: line.maximumAmounts,
    })),
    { path: "deductible.amounts", amounts: plan.deductible.kind === "NONE" ? [] : plan.deductible.amounts },
    {
      path: "transferPolicy.fees",
      amounts: plan.transferPolicy.kind === "ON_REQUEST" ? plan.transferPolicy.fees : [],
    },
  ]
    .map(({ path, amounts }) => ({ path, currencies: amounts.map(({ currency }) => currency) }))
    .filter(({ currencies }) => currencies.length > 0);

/** The currencies in which a plan can be sold: those that every list of amounts has. None at all: there is no money in it. */
export function planCurrencies(plan: PlanTerms): string[] {
  const [first, ...others] = amountsOf(plan);
  return (first?.currencies ?? []).filter((currency) =>
    others.every(({ currencies }) => currencies.includes(currency)),
  );
}
