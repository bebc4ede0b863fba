import type {
  ContractType,
  Distance,
  DistanceUnit,
  Percentage,
  Plan,
  PlanInput,
  SaleTerm,
  StartBasis,
} from "@vehicle-contracts/contract-model";

/** An amount for each currency of the form, in its order; null where there is none. */
type Amounts = (number | null)[];
/** Whole units of each unit; null where there is none. */
type Lengths = { KM: number | null; MI: number | null };

export type CoverageRow = {
  code: string;
  description: string | null;
  treatment: "COVERED" | "EXCLUDED";
  partsPercent: Percentage | null;
  labourPercent: Percentage | null;
  endsAfterMonths: number | null;
  endsAfter: Lengths;
  maximum: Amounts;
};
export type ServiceRow = {
  code: string;
  description: string | null;
  quantity: number | null;
  dueAfterMonths: number | null;
  dueAfter: Lengths;
};
export type PriceRow = {
  currency: string;
  grossMinor: number | null;
  taxRate: Percentage | null;
  lowestGrossMinor: number | null;
  highestGrossMinor: number | null;
};

/** A plan as it stands in the form. Every currency of the group has a place, used or not. */
export type PlanForm = {
  formKey: string;
  /** Of the draft that the form began from; null for a new plan. */
  revision: number | null;
  currencies: string[];
  code: string | null;
  name: string | null;
  description: string | null;
  type: ContractType | null;
  providerId: string | null;
  endBy: "term" | "open" | "limits";
  termMonths: number | null;
  startBasis: StartBasis;
  waitingDays: number | null;
  limit: Lengths;
  hours: number | null;
  minAgeMonths: number | null;
  maxAgeMonths: number | null;
  maxOdometer: number | null;
  maxOdometerUnit: DistanceUnit;
  /** Parted by commas. */
  makes: string | null;
  fuels: string | null;
  coverage: CoverageRow[];
  allowances: ServiceRow[];
  deductible: {
    kind: "NONE" | "PER_VISIT" | "PER_COMPONENT" | "PER_CLAIM";
    amounts: Amounts;
    waivedAtSellingStore: boolean;
  };
  prices: PriceRow[];
  mayChange: Record<SaleTerm, boolean>;
  transfer: { kind: "NONE" | "AUTOMATIC" | "ON_REQUEST"; windowDays: number | null; fees: Amounts };
  /** "CODE\n1"; null is the group's usual one. */
  ruleSet: string | null;
};

const noLengths: Lengths = { KM: null, MI: null };

export const emptyCoverage = (currencies: readonly string[]): CoverageRow => ({
  code: "",
  description: null,
  treatment: "COVERED",
  partsPercent: 100,
  labourPercent: 100,
  endsAfterMonths: null,
  endsAfter: noLengths,
  maximum: currencies.map(() => null),
});
export const emptyService: ServiceRow = {
  code: "",
  description: null,
  quantity: 1,
  dueAfterMonths: null,
  dueAfter: noLengths,
};

const nothingMayChange: Record<SaleTerm, boolean> = {
  startDate: false,
  term: false,
  distance: false,
  engineHours: false,
  waitingDays: false,
  coverage: false,
  allowances: false,
  deductible: false,
  price: false,
};

/** An empty form; the currencies are those of the group's stores. */
export const newPlanForm = (formKey: string, currencies: string[], unit: DistanceUnit): PlanForm => ({
  formKey,
  revision: null,
  currencies,
  code: null,
  name: null,
  description: null,
  type: null,
  providerId: null,
  endBy: "term",
  termMonths: null,
  startBasis: "SALE",
  waitingDays: null,
  limit: noLengths,
  hours: null,
  minAgeMonths: null,
  maxAgeMonths: null,
  maxOdometer: null,
  maxOdometerUnit: unit,
  makes: null,
  fuels: null,
  coverage: [],
  allowances: [],
  deductible: { kind: "NONE", amounts: currencies.map(() => null), waivedAtSellingStore: false },
  prices: currencies.map((currency) => ({
    currency,
    grossMinor: null,
    taxRate: null,
    lowestGrossMinor: null,
    highestGrossMinor: null,
  })),
  mayChange: nothingMayChange,
  transfer: { kind: "AUTOMATIC", windowDays: null, fees: currencies.map(() => null) },
  ruleSet: null,
});

/** Those of the stores, and what the plan has besides. */
export function currenciesOf(plan: Plan | null, ofStores: readonly string[]): string[] {
  const ofPlan = plan
    ? [
        ...plan.prices.map(({ currency }) => currency),
        ...(plan.deductible.kind === "NONE" ? [] : plan.deductible.amounts.map(({ currency }) => currency)),
        ...plan.coverage.flatMap(({ maximumAmounts }) => maximumAmounts.map(({ currency }) => currency)),
        ...(plan.transferPolicy.kind === "ON_REQUEST"
          ? plan.transferPolicy.fees.map(({ currency }) => currency)
          : []),
      ]
    : [];
  return [...new Set([...ofStores, ...ofPlan])];
}

const lengthsIn = (lengths: readonly Distance[]): Lengths => ({
  KM: lengths.find(({ unit }) => unit === "KM")?.value ?? null,
  MI: lengths.find(({ unit }) => unit === "MI")?.value ?? null,
});

/** A plan as the form shows it. */
export function planForm(plan: Plan, formKey: string, currencies: string[]): PlanForm {
  const amountsIn = (amounts: readonly { amountMinor: number; currency: string }[]): Amounts =>
    currencies.map((currency) => amounts.find((one) => one.currency === currency)?.amountMinor ?? null);
  const { eligibility, deductible, transferPolicy } = plan;
  return {
    ...newPlanForm(formKey, currencies, eligibility.maxOdometer?.unit ?? "KM"),
    revision: plan.revision,
    code: plan.code,
    name: plan.name,
    description: plan.description,
    type: plan.type,
    providerId: plan.providerId,
    endBy: plan.openEnded ? "open" : plan.termMonths === null ? "limits" : "term",
    termMonths: plan.termMonths,
    startBasis: plan.startBasis,
    waitingDays: plan.waitingDays || null,
    limit: plan.distance.kind === "limited" ? lengthsIn(plan.distance.limits) : noLengths,
    hours: plan.engineHours.kind === "limited" ? plan.engineHours.limit : null,
    minAgeMonths: eligibility.minAgeMonths,
    maxAgeMonths: eligibility.maxAgeMonths,
    maxOdometer: eligibility.maxOdometer?.value ?? null,
    makes: eligibility.makes.join(", ") || null,
    fuels: eligibility.fuels.join(", ") || null,
    coverage: plan.coverage.map(({ endsAfterDistances, maximumAmounts, ...line }) => ({
      ...line,
      endsAfter: lengthsIn(endsAfterDistances),
      maximum: amountsIn(maximumAmounts),
    })),
    allowances: plan.allowances.map(({ dueAfterDistances, ...line }) => ({
      ...line,
      dueAfter: lengthsIn(dueAfterDistances),
    })),
    deductible: {
      kind: deductible.kind,
      amounts: deductible.kind === "NONE" ? currencies.map(() => null) : amountsIn(deductible.amounts),
      waivedAtSellingStore: deductible.kind !== "NONE" && deductible.waivedAtSellingStore,
    },
    prices: currencies.map((currency) => {
      const price = plan.prices.find((one) => one.currency === currency);
      return {
        currency,
        grossMinor: price?.grossMinor ?? null,
        taxRate: price?.taxRate ?? null,
        lowestGrossMinor: price?.lowestGrossMinor ?? null,
        highestGrossMinor: price?.highestGrossMinor ?? null,
      };
    }),
    mayChange: Object.fromEntries(
      Object.keys(nothingMayChange).map((term) => [term, plan.mayChange.includes(term as SaleTerm)]),
    ) as Record<SaleTerm, boolean>, // the names are those of the record
    transfer: {
      kind: transferPolicy.kind,
      windowDays: transferPolicy.kind === "ON_REQUEST" ? transferPolicy.windowDays : null,
      fees:
        transferPolicy.kind === "ON_REQUEST" ? amountsIn(transferPolicy.fees) : currencies.map(() => null),
    },
    ruleSet: plan.refundRuleSet ? `${plan.refundRuleSet.code}\n${plan.refundRuleSet.version}` : null,
  };
}

const parts = (text: string | null) =>
  (text ?? "")
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);

/** What is required and not given is left out, so that the server says so. */
const required = <Value>(value: Value | null): Value => (value ?? undefined) as Value;

/** The form as it is sent, whether it is right or not. */
export function planInputOf(values: PlanForm): Omit<PlanInput, "code"> {
  const { currencies, deductible, transfer } = values;
  const amounts = (given: Amounts) =>
    currencies.flatMap((currency, at) => {
      const amountMinor = given[at] ?? null;
      return amountMinor === null ? [] : [{ amountMinor, currency }];
    });
  const lengths = ({ KM, MI }: Lengths) => [
    ...(MI === null ? [] : [{ value: MI, unit: "MI" as const }]),
    ...(KM === null ? [] : [{ value: KM, unit: "KM" as const }]),
  ];
  const orNull = <Item>(items: Item[]) => (items.length > 0 ? items : null);
  const limits = lengths(values.limit);
  const [code, version] = (values.ruleSet ?? "").split("\n");
  return {
    name: required(values.name),
    description: values.description,
    type: required(values.type),
    providerId: required(values.providerId),
    termMonths: values.endBy === "term" ? values.termMonths : null,
    openEnded: values.endBy === "open",
    distance: limits.length > 0 ? { kind: "limited", limits } : { kind: "unlimited" },
    engineHours: values.hours === null ? { kind: "unlimited" } : { kind: "limited", limit: values.hours },
    startBasis: values.startBasis,
    waitingDays: values.waitingDays,
    eligibility: {
      minAgeMonths: values.minAgeMonths,
      maxAgeMonths: values.maxAgeMonths,
      maxOdometer:
        values.maxOdometer === null ? null : { value: values.maxOdometer, unit: values.maxOdometerUnit },
      makes: parts(values.makes),
      fuels: parts(values.fuels),
    },
    coverage: values.coverage.map(({ endsAfter, maximum, ...line }) =>
      line.treatment === "EXCLUDED"
        ? { code: line.code, description: line.description, treatment: line.treatment }
        : { ...line, endsAfterDistances: orNull(lengths(endsAfter)), maximumAmounts: amounts(maximum) },
    ),
    allowances: values.allowances.map(({ dueAfter, quantity, ...line }) => ({
      ...line,
      quantity: required(quantity),
      dueAfterDistances: orNull(lengths(dueAfter)),
    })),
    deductible:
      deductible.kind === "NONE"
        ? { kind: "NONE" }
        : {
            kind: deductible.kind,
            amounts: amounts(deductible.amounts),
            waivedAtSellingStore: deductible.waivedAtSellingStore,
          },
    prices: pricedIn(values).map((price) => ({ ...price, grossMinor: required(price.grossMinor) })),
    mayChange: (Object.keys(values.mayChange) as SaleTerm[]).filter((term) => values.mayChange[term]),
    transferPolicy:
      transfer.kind === "ON_REQUEST"
        ? { kind: transfer.kind, windowDays: required(transfer.windowDays), fees: amounts(transfer.fees) }
        : { kind: transfer.kind },
    refundRuleSet: code && version ? { code, version: Number(version) } : null,
  };
}

const pricedIn = ({ prices }: PlanForm): PriceRow[] => prices.filter(({ grossMinor }) => grossMinor !== null);

/** The field of the form that a path of the wire means. */
export function planPathOf(values: PlanForm, wirePath: string): string {
  const [field = "", ...rest] = wirePath.split(".");
  const [place = "", part = ""] = rest;
  switch (field) {
    case "openEnded":
      return "endBy";
    case "distance":
      return "limit.MI";
    case "engineHours":
      return "hours";
    case "eligibility":
      return place === "maxOdometer" ? "maxOdometer" : place;
    case "coverage":
      return place === "" ? "coverage" : `coverage.${place}.${linePart(part, "maximum", "endsAfter")}`;
    case "allowances":
      return place === "" ? "allowances" : `allowances.${place}.${linePart(part, "", "dueAfter")}`;
    case "deductible":
      return place === "amounts" ? "deductible.amounts.0" : "deductible.kind";
    case "prices": {
      const sent = pricedIn(values)[Number(place)];
      const at = Math.max(0, sent === undefined ? 0 : values.prices.indexOf(sent));
      return `prices.${at}.${["taxRate", "lowestGrossMinor", "highestGrossMinor"].includes(part) ? part : "grossMinor"}`;
    }
    case "transferPolicy":
      return place === "windowDays" ? "transfer.windowDays" : "transfer.kind";
    case "refundRuleSet":
      return "ruleSet";
    default:
      return field;
  }
}

function linePart(part: string, amounts: string, lengths: string): string {
  if (part === "maximumAmounts") return `${amounts}.0`;
  if (part === "endsAfterDistances" || part === "dueAfterDistances") return `${lengths}.MI`;
  return part === "" ? "code" : part;
}

/** What the fields are called, by their paths; `*` stands for any line. */
export const planLabels: Readonly<Record<string, string>> = {
  code: "Code",
  name: "Name",
  description: "Description",
  type: "Type",
  providerId: "Provider",
  endBy: "Ends",
  termMonths: "Term",
  startBasis: "Starts",
  waitingDays: "Waiting period",
  "limit.MI": "Distance",
  "limit.KM": "Distance",
  hours: "Engine hours",
  minAgeMonths: "From age",
  maxAgeMonths: "Up to age",
  maxOdometer: "Up to odometer",
  makes: "Makes",
  fuels: "Fuels",
  coverage: "Coverage",
  "coverage.*.code": "Coverage code",
  "coverage.*.partsPercent": "Parts",
  "coverage.*.labourPercent": "Labour",
  allowances: "Services",
  "allowances.*.code": "Service code",
  "allowances.*.quantity": "Times",
  "deductible.kind": "Excess",
  "deductible.amounts.0": "Amount of the excess",
  "prices.*.grossMinor": "Price",
  "prices.*.taxRate": "VAT rate",
  "prices.*.lowestGrossMinor": "Lowest price",
  "prices.*.highestGrossMinor": "Highest price",
  "transfer.kind": "To a new owner",
  "transfer.windowDays": "Days to ask",
  ruleSet: "Refund by",
};
