import type {
  ContractChanges,
  ContractInput,
  DistanceUnit,
  PlanState,
  PlanTerms,
  ProblemField,
  SaleTerms,
} from "@vehicle-contracts/contract-model";
import type { WrittenFields } from "../fixed-fields.ts";
import { broken, type Outcome } from "../outcome.ts";
import type { OdometerEntry } from "../readings.ts";
import { sameValue } from "../same-value.ts";
import { sayDate } from "../wording.ts";
import { eligibilityReasons, type SaleFacts, type VehicleOfSale } from "./eligibility.ts";
import { inCurrency } from "./of-store.ts";
import { differences, withRate } from "./plan-differences.ts";
import { startOdometerBreaks } from "./start-odometer.ts";
import type { ManufacturerWarranty } from "./start-of-sale.ts";
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
