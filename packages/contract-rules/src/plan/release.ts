import type { PlanTerms, ProblemField } from "@vehicle-contracts/contract-model";
import { broken } from "../outcome.ts";
import { amountsOf } from "./plan-currencies.ts";

type Check = (plan: PlanTerms) => ProblemField | null | ProblemField[];

const end: Check = ({ termMonths, openEnded, distance, engineHours }) => {
  if (openEnded && termMonths !== null)
    return broken(
      "termMonths",
      "OPEN_ENDED_WITH_END",
      "An open-ended plan has no term. Clear one of the two.",
    );
  return openEnded || termMonths !== null || distance.kind === "limited" || engineHours.kind === "limited"
    ? null
    : broken(
        "termMonths",
        "END_MISSING",
        "Nothing ends a contract of this plan. Enter a term, a distance or engine hours, or say that it is open-ended.",
      );
};

const promise: Check = ({ coverage, allowances }) =>
  coverage.some(({ treatment }) => treatment === "COVERED") || allowances.length > 0
    ? null
    : broken("coverage", "NOTHING_COVERED", "The plan covers nothing. Add a covered line or a service.");

const ages: Check = ({ eligibility: { minAgeMonths, maxAgeMonths } }) =>
  minAgeMonths !== null && maxAgeMonths !== null && minAgeMonths > maxAgeMonths
    ? broken(
        "eligibility.maxAgeMonths",
        "AGES_CROSSED",
        `No vehicle is both at least ${minAgeMonths} and at most ${maxAgeMonths} months old.`,
      )
    : null;

const currencies: Check = (plan) => {
  const lists = amountsOf(plan);
  const all = [...new Set(lists.flatMap((list) => list.currencies))];
  return lists.flatMap(({ path, currencies }) =>
    all
      .filter((currency) => !currencies.includes(currency))
      .map((currency) =>
        broken(
          path,
          "CURRENCY_LACKING",
          `There is no amount in ${currency} here, and there is one elsewhere in the plan. Enter it.`,
        ),
      ),
  );
};

const bounds: Check = ({ prices, mayChange }) =>
  prices.flatMap(({ grossMinor, lowestGrossMinor, highestGrossMinor }, at) => [
    ...((lowestGrossMinor ?? grossMinor) > grossMinor
      ? [
          broken(
            `prices.${at}.lowestGrossMinor`,
            "BOUND_BEYOND_PRICE",
            "The lowest price is above the price itself. Enter that or less.",
          ),
        ]
      : []),
    ...((highestGrossMinor ?? grossMinor) < grossMinor
      ? [
          broken(
            `prices.${at}.highestGrossMinor`,
            "BOUND_BEYOND_PRICE",
            "The highest price is below the price itself. Enter that or more.",
          ),
        ]
      : []),
    ...(!mayChange.includes("price") && (lowestGrossMinor !== null || highestGrossMinor !== null)
      ? [
          broken(
            `prices.${at}.lowestGrossMinor`,
            "BOUND_WITHOUT_CHANGE",
            "There are bounds for another price, and a sale may not change it. Let it, or clear the bounds.",
          ),
        ]
      : []),
  ]);

const checks: readonly Check[] = [end, promise, ages, currencies, bounds];

/** What a draft lacks to be sold, every fault by its code; none where it can be released. docs/rules.md, "Plans". */
export const releaseBreaks = (plan: PlanTerms): ProblemField[] =>
  checks.flatMap((check) => check(plan) ?? []);
