import type {
  ContractInput,
  Distance,
  PlanPrice,
  PlanTerms,
  Price,
  ProblemField,
  SaleTerm,
  SaleTerms,
} from "@vehicle-contracts/contract-model";
import { allowancesOf, coverageOf, deductibleOf, transferPolicyOf } from "../complete-record.ts";
import { broken } from "../outcome.ts";
import { completePrice, percentageParts } from "../price.ts";
import { sameValue } from "../same-value.ts";
import { sayCount, sayDate, sayDistance, sayMoney } from "../wording.ts";
import { inCurrency } from "./of-store.ts";
import type { CataloguePlan } from "./sell-from-plan.ts";
import { choosesStart } from "./start-of-sale.ts";

const given = (value: unknown) => value !== null && value !== undefined;

/** Where a contract says something else than the plan it is sold by, but for what that leaves to a sale: PLAN_DIFFERS, PRICE_OUT_OF_RANGE. */
export function differences(plan: CataloguePlan, input: ContractInput, terms: SaleTerms): ProblemField[] {
  const fields: ProblemField[] = [];
  const free = (term: SaleTerm) => plan.mayChange.includes(term);
  const hold = (path: string, same: boolean, asThePlan: string) => {
    if (!same)
      fields.push(
        broken(
          path,
          "PLAN_DIFFERS",
          `${asThePlan} in ${plan.name}, version ${plan.version}, and a sale may not change it.`,
        ),
      );
  };
  hold("type", input.type === terms.type, "The type is another");
  hold(
    "providerId",
    !given(input.providerId) || input.providerId === terms.providerId,
    "The provider is another",
  );
  if (given(input.startDate) && !choosesStart(plan))
    hold(
      "startDate",
      input.startDate === terms.startDate,
      terms.startDate ? `The start is ${sayDate(terms.startDate)}` : "The start is another",
    );
  if (!free("term")) {
    const { termMonths, endDate, openEnded } = terms;
    hold(
      "termMonths",
      !given(input.termMonths) || input.termMonths === termMonths,
      termMonths === null ? "There is no term" : `The term is ${sayCount(termMonths, "month")}`,
    );
    hold(
      "endDate",
      !given(input.endDate) || input.endDate === endDate,
      endDate === null ? "There is no last day" : `The end is ${sayDate(endDate)}`,
    );
    hold(
      "openEnded",
      !given(input.openEnded) || input.openEnded === openEnded,
      openEnded ? "There is no end" : "There is an end",
    );
  }
  if (!free("waitingDays"))
    hold(
      "waitingDays",
      !given(input.waitingDays) || input.waitingDays === terms.waitingDays,
      `The waiting period is ${sayCount(terms.waitingDays, "day")}`,
    );
  if (!free("distance") && input.distance)
    hold("distance", sameDistance(plan, input.distance, terms), sayLimit(terms.distance));
  if (!free("engineHours") && input.engineHours)
    hold(
      "engineHours",
      input.engineHours.kind === plan.engineHours.kind &&
        (input.engineHours.kind !== "limited" ||
          plan.engineHours.kind !== "limited" ||
          input.engineHours.limit === plan.engineHours.limit),
      "The engine hours are others",
    );
  const list = <Line extends object>(lines: readonly Line[]) => lines.map(comparable);
  if (!free("coverage") && input.coverage)
    hold(
      "coverage",
      sameValue(list(coverageOf(input.coverage)), list(terms.coverage)),
      "The coverage is another",
    );
  if (!free("allowances") && input.allowances)
    hold(
      "allowances",
      sameValue(allowancesOf(input.allowances), terms.allowances),
      "The services are others",
    );
  if (!free("deductible") && input.deductible)
    hold(
      "deductible",
      sameValue(deductibleOf(input.deductible), terms.deductible),
      "The deductible is another",
    );
  if (input.transferPolicy)
    hold(
      "transferPolicy",
      sameValue(transferPolicyOf(input.transferPolicy), terms.transferPolicy),
      "The transfer policy is another",
    );
  if (input.refundRuleSet)
    hold(
      "refundRuleSet",
      sameValue(input.refundRuleSet, terms.refundRuleSet),
      "The refund rule set is another",
    );
  return [...fields, ...priceBreaks(plan, input)];
}

/** Percentages compare by what they are, not by how they are written. */
const comparable = <Line extends object>(line: Line) =>
  Object.fromEntries(
    Object.entries(line).map(([name, value]) => [
      name,
      name.endsWith("Percent") && value !== null ? String(percentageParts(value)) : value,
    ]),
  );

function sameDistance(
  { distance }: PlanTerms,
  asked: NonNullable<ContractInput["distance"]>,
  terms: SaleTerms,
): boolean {
  if (distance.kind === "unlimited") return asked.kind === "unlimited";
  if (asked.kind !== "limited") return false;
  const limit: Distance = asked.limit;
  return (
    distance.limits.some((one) => sameValue(one, limit)) &&
    (terms.distance.kind !== "limited" || sameValue(terms.distance.startOdometer, asked.startOdometer))
  );
}

const sayLimit = (distance: SaleTerms["distance"]): string =>
  distance.kind === "limited"
    ? `The distance is ${sayDistance(distance.limit)} from ${sayDistance(distance.startOdometer)}`
    : distance.kind === "unlimited"
      ? "The distance is unlimited"
      : "The distance is another";

function priceBreaks(plan: CataloguePlan, input: ContractInput): ProblemField[] {
  if (!input.price) return [];
  const its = inCurrency(plan.prices, input.price.currency);
  const differs = (path: string, message: string) => [broken(path, "PLAN_DIFFERS", message)];
  if (!its) return differs("price", `${plan.name} has no price, and a sale may not give it one.`);
  const outcome = completePrice(withRate(input.price, its));
  // What is wrong with the price itself is said where the record is completed.
  if (!outcome.ok || outcome.value === null) return [];
  const price = outcome.value;
  if (percentageParts(price.taxRate) !== percentageParts(its.taxRate))
    return differs(
      "price.taxRate",
      `The tax is ${its.taxRate} % in ${plan.name}, and a sale may not change it.`,
    );
  if (plan.mayChange.includes("price")) return rangeBreaks(plan, its, price);
  return price.grossMinor === its.grossMinor
    ? []
    : differs(
        "price",
        `The price is ${sayMoney({ amountMinor: its.grossMinor, currency: its.currency })} in ${plan.name}, and a sale may not change it.`,
      );
}

function rangeBreaks({ name }: PlanTerms, its: PlanPrice, { grossMinor }: Price): ProblemField[] {
  const { lowestGrossMinor: lowest, highestGrossMinor: highest, currency } = its;
  if ((lowest === null || grossMinor >= lowest) && (highest === null || grossMinor <= highest)) return [];
  const money = (amountMinor: number) => sayMoney({ amountMinor, currency });
  const range =
    lowest !== null && highest !== null
      ? `${money(lowest)} to ${money(highest)}`
      : lowest !== null
        ? `${money(lowest)} or more`
        : `at most ${money(highest ?? 0)}`;
  return [
    broken("price.grossMinor", "PRICE_OUT_OF_RANGE", `${name} allows ${range}, not ${money(grossMinor)}.`),
  ];
}

/** The price with the plan's tax where none is said. */
export const withRate = (price: NonNullable<ContractInput["price"]>, { taxRate }: PlanPrice) => ({
  ...price,
  taxRate: price.taxRate ?? taxRate,
});
