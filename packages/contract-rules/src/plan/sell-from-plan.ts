import type {
  ContractChanges,
  ContractInput,
  Distance,
  DistanceUnit,
  PlanPrice,
  PlanState,
  PlanTerms,
  Price,
  ProblemField,
  SaleTerm,
  SaleTerms,
} from "@vehicle-contracts/contract-model";
import { allowancesOf, coverageOf, deductibleOf, transferPolicyOf } from "../complete-record.ts";
import type { WrittenFields } from "../fixed-fields.ts";
import { broken, type Outcome } from "../outcome.ts";
import { completePrice, percentageParts } from "../price.ts";
import type { OdometerEntry } from "../readings.ts";
import { sameValue } from "../same-value.ts";
import { sayCount, sayDate, sayDistance, sayMoney } from "../wording.ts";
import { eligibilityReasons, type SaleFacts, type VehicleOfSale } from "./eligibility.ts";
import { inCurrency } from "./of-store.ts";
import { startOdometerBreaks } from "./start-odometer.ts";
import { choosesStart, type ManufacturerWarranty } from "./start-of-sale.ts";
import { termsOfSale } from "./terms-of-sale.ts";

export type CataloguePlan = PlanTerms & { code: string; version: number; state: PlanState };

export type CatalogueFacts = {
  /** The store's. */
  today: string;
  currency: string;
  unit: DistanceUnit;
  vehicle: VehicleOfSale;
  /** Of the odometer, in the order recorded. */
  readings?: readonly OdometerEntry[] | undefined;
  warranty: ManufacturerWarranty | null;
};

const given = (value: unknown) => value !== null && value !== undefined;

/**
 * A contract that names a plan of the catalogue, completed from it: what is left out is filled in from plan, vehicle and
 * store; what is given and differs is refused, but for what the plan leaves to the sale. Broken: PLAN_NOT_READY, SALE_IN_FUTURE, the
 * reasons of `eligibilityReasons` at `plan`, PLAN_DIFFERS, PRICE_OUT_OF_RANGE, START_MISSING, ODOMETER_MISSING, HOURS_MISSING,
 * START_ODOMETER_BELOW_LAST. What is not a term (parties, number, notes, the odometer at the start) is the sale's own.
 * docs/rules.md, "Plans".
 */
export function sellFromPlan(
  plan: CataloguePlan,
  input: ContractInput,
  facts: CatalogueFacts,
): Outcome<ContractInput> {
  if (plan.state !== "READY") return { ok: false, fields: [notReady(plan)] };
  const asked = askedOf(input, facts);
  const reasons = [...saleDateBreaks(asked, facts), ...notFor(plan, asked)];
  if (reasons.length > 0) return { ok: false, fields: reasons };
  const terms = termsOfSale(plan, asked);
  const started = { startDate: terms.startDate, distance: input.distance };
  const fields = [
    ...lacking(plan, input, terms),
    ...differences(plan, input, terms),
    ...startOdometerBreaks(plan, started, facts.readings ?? []),
  ];
  return fields.length > 0 ? { ok: false, fields } : { ok: true, value: filled(plan, input, terms) };
}

/**
 * Where a contract's terms are not, or no longer, what the plan it names allows: PLAN_DIFFERS, PRICE_OUT_OF_RANGE. Its start
 * stays as it was reckoned when the contract was made. docs/rules.md, "Plans".
 */
export function planBreaks(
  plan: CataloguePlan,
  contract: WrittenFields,
  facts: CatalogueFacts,
): ProblemField[] {
  const { code, version } = plan;
  if (!sameValue(contract.plan, { code, version }))
    return [
      broken(
        "plan",
        "PLAN_DIFFERS",
        `It was sold by ${plan.name}, version ${version}. For another plan, make another contract.`,
      ),
    ];
  const kept = startKept(plan);
  const input = asInput(contract);
  return differences(kept, input, termsOfSale(kept, askedOf(input, facts)));
}

/**
 * What is wrong with a sale whatever its plan leaves open, when it is changed or sold: SALE_IN_FUTURE, START_ODOMETER_BELOW_LAST.
 * docs/rules.md, "Plans".
 */
export const entryBreaks = (
  plan: CataloguePlan,
  contract: WrittenFields,
  facts: CatalogueFacts,
): ProblemField[] => [
  ...saleDateBreaks(contract, facts),
  ...startOdometerBreaks(plan, contract, facts.readings ?? []),
];

/** Why the vehicle of a contract is not, or no longer, for its plan, when it is sold: the reasons of `eligibilityReasons`. */
export const eligibilityBreaks = (
  plan: CataloguePlan,
  contract: WrittenFields,
  facts: CatalogueFacts,
): ProblemField[] => notFor(startKept(plan), askedOf(asInput(contract), facts));

const fieldsOfTerm = ["termMonths", "endDate", "openEnded"] as const;
const otherTerms = [
  "description",
  "providerId",
  "saleDate",
  "startDate",
  "waitingDays",
  "distance",
  "engineHours",
  "coverage",
  "allowances",
  "deductible",
  "price",
  "refundRuleSet",
  "transferPolicy",
] as const;

/**
 * The changes of a contract that is not running yet with what they leave open (null) filled in from its plan, as at the sale. Of
 * term, end and being open-ended one that is left open leaves all of them, unless another says what the plan does not.
 * docs/rules.md, "Plans".
 */
export function leftToPlan(
  plan: CataloguePlan,
  before: WrittenFields,
  changes: ContractChanges,
  facts: CatalogueFacts,
): ContractChanges {
  const kept = startKept(plan);
  const its = termsOfSale(kept, askedOf(asInput({ ...before, ...changes }), facts));
  const isOpen = (field: (typeof otherTerms | typeof fieldsOfTerm)[number]) => changes[field] === null;
  const isOwn = fieldsOfTerm.some((field) => given(changes[field]) && changes[field] !== its[field]);
  const open = [...otherTerms.filter(isOpen), ...(fieldsOfTerm.some(isOpen) && !isOwn ? fieldsOfTerm : [])];
  return { ...changes, ...Object.fromEntries(open.map((field) => [field, its[field]])) };
}

/** A contract starts when it was said to start when it was made, whatever has become of the plan's basis since. */
const startKept = (plan: CataloguePlan): CataloguePlan => ({
  ...plan,
  mayChange: [...plan.mayChange, "startDate"],
});

/** A contract as it is kept can be sent as it is: the schema of an input takes more. */
const asInput = (contract: object) => contract as ContractInput;

const saleDateBreaks = (
  { saleDate }: { saleDate?: string | null | undefined },
  { today }: Pick<CatalogueFacts, "today">,
): ProblemField[] =>
  saleDate && saleDate > today
    ? [
        broken(
          "saleDate",
          "SALE_IN_FUTURE",
          `${sayDate(saleDate)} is after today, ${sayDate(today)}. Enter the day on which it is sold.`,
        ),
      ]
    : [];

const notFor = (plan: CataloguePlan, asked: SaleFacts): ProblemField[] =>
  eligibilityReasons(plan, asked).map(({ code, message }) =>
    broken("plan", code, `${plan.name} is not for this vehicle: ${message}.`),
  );

/** Why a draft or a retired version is not sold. */
export const notReady = ({ name, version, state }: CataloguePlan): ProblemField =>
  broken(
    "plan",
    "PLAN_NOT_READY",
    state === "DRAFT"
      ? `Version ${version} of ${name} is a draft. It can be sold once it is released.`
      : `Version ${version} of ${name} is no longer sold. Choose a plan that is ready.`,
  );

const askedOf = (input: ContractInput, facts: CatalogueFacts) => ({
  saleDate: input.saleDate ?? facts.today,
  startDate: input.startDate,
  currency: input.price?.currency ?? facts.currency,
  unit: input.distance?.kind === "limited" ? input.distance.limit.unit : facts.unit,
  startOdometer: input.distance?.kind === "limited" ? input.distance.startOdometer : null,
  vehicle: {
    ...facts.vehicle,
    ...(input.engineHours?.kind === "limited" && { hours: input.engineHours.startHours }),
  },
  warranty: facts.warranty,
});

/** What has to be said, since neither plan nor vehicle tells. */
function lacking(plan: PlanTerms, input: ContractInput, terms: SaleTerms): ProblemField[] {
  const fields: ProblemField[] = [];
  if (terms.startDate === null)
    fields.push(
      broken(
        "startDate",
        "START_MISSING",
        `${plan.name} starts on a day of choice. Enter the first day covered.`,
      ),
    );
  if (terms.distance.kind === "unknown" && !given(input.distance))
    fields.push(
      broken(
        "distance.startOdometer",
        "ODOMETER_MISSING",
        "The distance counts from the start, and there is no reading yet. Enter what the odometer shows.",
      ),
    );
  if (terms.engineHours.kind === "unknown" && !given(input.engineHours))
    fields.push(
      broken(
        "engineHours.startHours",
        "HOURS_MISSING",
        "The engine hours count from the start, and there is no reading yet. Enter what the meter shows.",
      ),
    );
  return fields;
}

function differences(plan: CataloguePlan, input: ContractInput, terms: SaleTerms): ProblemField[] {
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

const withRate = (price: NonNullable<ContractInput["price"]>, { taxRate }: PlanPrice) => ({
  ...price,
  taxRate: price.taxRate ?? taxRate,
});

function filled(plan: CataloguePlan, input: ContractInput, terms: SaleTerms): ContractInput {
  const its = input.price ? inCurrency(plan.prices, input.price.currency) : null;
  const ownTerm =
    plan.mayChange.includes("term") &&
    (given(input.termMonths) || given(input.endDate) || input.openEnded === true);
  return {
    ...input,
    description: input.description ?? terms.description,
    providerId: terms.providerId,
    saleDate: terms.saleDate,
    startDate: terms.startDate,
    ...(ownTerm ? {} : { termMonths: terms.termMonths, endDate: terms.endDate, openEnded: terms.openEnded }),
    waitingDays: input.waitingDays ?? terms.waitingDays,
    distance: input.distance ?? terms.distance,
    engineHours: input.engineHours ?? terms.engineHours,
    coverage: input.coverage ?? terms.coverage,
    allowances: input.allowances ?? terms.allowances,
    deductible: input.deductible ?? terms.deductible,
    price: input.price ? (its ? withRate(input.price, its) : input.price) : terms.price,
    refundRuleSet: terms.refundRuleSet,
    transferPolicy: terms.transferPolicy,
  };
}
