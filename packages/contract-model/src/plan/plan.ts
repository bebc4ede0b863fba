import { z } from "zod";
import { RefundRuleSetReference } from "../contract/after-sale.ts";
import { Price, PriceInput } from "../contract/amounts.ts";
import { Allowance, AllowanceInput, Treatment } from "../contract/coverage.ts";
import { distinct } from "../contract/distinct.ts";
import { ContractType } from "../contract/kinds.ts";
import { RevisionActor } from "../history.ts";
import { planStates, saleTerms, startBases } from "../plan-codes.ts";
import {
  Code,
  Distance,
  Id,
  Instant,
  Length,
  line,
  longestDistance,
  MinorUnits,
  Money,
  multiline,
  Percentage,
  Version,
  whole,
} from "../values.ts";

// A plan is sold in several countries. So what has a currency or a unit of distance is a list, with one entry for each; a sale
// takes the entry of its store.

const onePerCurrency = distinct(
  (money: { currency: string }) => money.currency,
  "currency",
  "Stands twice: one for each currency.",
);
const onePerUnit = distinct(
  (distance: { unit: string }) => distance.unit,
  "unit",
  "Stands twice: one for each unit.",
);
const amounts = z.array(Money).max(20, "Must have at most 20 currencies.").check(onePerCurrency);
const lengths = z.array(Length).min(1, "Needs the distance in one unit at least.").check(onePerUnit);
const everyLength = z.array(Distance);
const everyAmount = z.array(Money);

export const PlanState = z.enum(planStates);
export type PlanState = z.infer<typeof PlanState>;
export const StartBasis = z.enum(
  startBases,
  "Must be SALE, FIRST_REGISTRATION, END_OF_MANUFACTURER_WARRANTY or EXPLICIT.",
);
export type StartBasis = z.infer<typeof StartBasis>;
export const SaleTerm = z.enum(saleTerms);
export type SaleTerm = z.infer<typeof SaleTerm>;

const unlimited = z.strictObject({ kind: z.literal("unlimited") });
const limitKinds = "Must be of the kind unlimited or limited.";
/** How far a contract of the plan goes, from its odometer at the start. */
export const PlanDistance = z.discriminatedUnion(
  "kind",
  [unlimited, z.strictObject({ kind: z.literal("limited"), limits: lengths })],
  limitKinds,
);
export type PlanDistance = z.infer<typeof PlanDistance>;
export const PlanHours = z.discriminatedUnion(
  "kind",
  [unlimited, z.strictObject({ kind: z.literal("limited"), limit: whole(1, longestDistance) })],
  limitKinds,
);
export type PlanHours = z.infer<typeof PlanHours>;

/**
 * Which vehicles the plan is for, on the day of the sale; what is null or empty asks nothing. Ages count from the first
 * registration, in months, both inclusive: a car is within `maxAgeMonths` to the same-numbered day. Makes and fuels are compared without
 * case and outer blanks.
 */
export const EligibilityInput = z.strictObject({
  minAgeMonths: whole(0, 1_200).nullish(),
  maxAgeMonths: whole(0, 1_200).nullish(),
  /** Inclusive. */
  maxOdometer: Distance.nullish(),
  makes: z.array(line(60)).max(100, "Must name at most 100 makes.").nullish(),
  fuels: z.array(line(50)).max(20, "Must name at most 20 fuels.").nullish(),
});
export const Eligibility = z.object({
  minAgeMonths: z.int().nullable(),
  maxAgeMonths: z.int().nullable(),
  maxOdometer: Distance.nullable(),
  makes: z.array(z.string()),
  fuels: z.array(z.string()),
});
export type Eligibility = z.infer<typeof Eligibility>;

/** As a contract's coverage line; its own end is counted from the start of the contract. */
export const PlanCoverageInput = z
  .strictObject({
    code: Code,
    description: line(200).nullish(),
    treatment: Treatment,
    partsPercent: Percentage.nullish(),
    labourPercent: Percentage.nullish(),
    /** The line ends this many months from the start, where that is before the contract's end. */
    endsAfterMonths: whole(1, 1_200).nullish(),
    endsAfterDistances: lengths.nullish(),
    maximumAmounts: amounts.nullish(),
  })
  .check((context) => {
    const { code, treatment, partsPercent, labourPercent } = context.value;
    const say = (path: string, message: string) =>
      context.issues.push({ code: "custom", input: context.value, path: [path], message });
    if (treatment === "COVERED" && (partsPercent === null || partsPercent === undefined))
      say("partsPercent", "A covered line needs the percentage of parts that is paid.");
    if (treatment === "COVERED" && (labourPercent === null || labourPercent === undefined))
      say("labourPercent", "A covered line needs the percentage of labour that is paid.");
    if (treatment === "EXCLUDED" && code === "*")
      say("code", "Only a covered line may stand for everything not named (*).");
  });
export const PlanCoverage = z.object({
  code: z.string(),
  description: z.string().nullable(),
  treatment: Treatment,
  partsPercent: Percentage.nullable(),
  labourPercent: Percentage.nullable(),
  endsAfterMonths: z.int().nullable(),
  endsAfterDistances: everyLength,
  maximumAmounts: everyAmount,
});
export type PlanCoverage = z.infer<typeof PlanCoverage>;

/** As a contract's allowance. */
export const PlanAllowanceInput = AllowanceInput.omit({ dueAfterDistance: true }).extend({
  dueAfterDistances: lengths.nullish(),
});
export const PlanAllowance = Allowance.omit({ dueAfterDistance: true }).extend({
  dueAfterDistances: everyLength,
});
export type PlanAllowance = z.infer<typeof PlanAllowance>;

const deductibleKinds = z.enum(["PER_VISIT", "PER_COMPONENT", "PER_CLAIM"]);
export const PlanDeductibleInput = z.discriminatedUnion(
  "kind",
  [
    z.strictObject({ kind: z.literal("NONE") }),
    z.strictObject({
      kind: deductibleKinds,
      amounts: amounts.min(1, "Needs an amount in one currency at least."),
      waivedAtSellingStore: z.boolean().nullish(),
    }),
  ],
  "Must be of the kind NONE, PER_VISIT, PER_COMPONENT or PER_CLAIM.",
);
export const PlanDeductible = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("NONE") }),
  z.object({ kind: deductibleKinds, amounts: everyAmount, waivedAtSellingStore: z.boolean() }),
]);
export type PlanDeductible = z.infer<typeof PlanDeductible>;

/** As a contract's transfer policy. */
export const PlanTransferInput = z.discriminatedUnion(
  "kind",
  [
    z.strictObject({ kind: z.enum(["NONE", "AUTOMATIC"]) }),
    z.strictObject({
      kind: z.literal("ON_REQUEST"),
      windowDays: whole(0, 3_660),
      fees: amounts.nullish(),
    }),
  ],
  "Must be of the kind NONE, AUTOMATIC or ON_REQUEST.",
);
export const PlanTransfer = z.discriminatedUnion("kind", [
  z.object({ kind: z.enum(["NONE", "AUTOMATIC"]) }),
  z.object({ kind: z.literal("ON_REQUEST"), windowDays: z.int(), fees: everyAmount }),
]);
export type PlanTransfer = z.infer<typeof PlanTransfer>;

/** Where the price may be changed in the sale: no gross amount below the lowest or above the highest (both inclusive). */
const bounds = { lowestGrossMinor: MinorUnits.nullish(), highestGrossMinor: MinorUnits.nullish() };
export const PlanPriceInput = PriceInput.safeExtend(bounds);
export const PlanPrice = Price.extend({
  lowestGrossMinor: z.int().nullable(),
  highestGrossMinor: z.int().nullable(),
});
export type PlanPrice = z.infer<typeof PlanPrice>;

/** The fields that an administrator writes. */
export const planFields = {
  name: line(200),
  description: multiline(2_000).nullish(),
  type: ContractType,
  /** Who carries the risk. */
  providerId: Id,
  /** 1 to 1,200 months inclusive. Left out: only distance or hours end it, or nothing does and it is `openEnded`. */
  termMonths: whole(1, 1_200).nullish(),
  openEnded: z.boolean().nullish(),
  /** Left out: unlimited. */
  distance: PlanDistance.nullish(),
  /** Left out: unlimited. */
  engineHours: PlanHours.nullish(),
  /** From what day a contract of it runs. Left out: the day of the sale. */
  startBasis: StartBasis.nullish(),
  waitingDays: whole(0, 3_660).nullish(),
  eligibility: EligibilityInput.nullish(),
  coverage: z
    .array(PlanCoverageInput)
    .max(200, "Must have at most 200 lines.")
    .check(
      distinct(
        (line) => `${line.treatment} ${line.code}`,
        "code",
        "Stands twice: a code may be covered once and excluded once.",
      ),
    )
    .nullish(),
  allowances: z
    .array(PlanAllowanceInput)
    .max(200, "Must have at most 200 lines.")
    .check(distinct((line) => line.code, "code", "Stands twice: an allowance has its code once."))
    .nullish(),
  deductible: PlanDeductibleInput.nullish(),
  /** None: it is not sold but comes with the vehicle. */
  prices: z.array(PlanPriceInput).max(20, "Must have at most 20 currencies.").check(onePerCurrency).nullish(),
  /** What a sale may change; all else is as the plan has it. */
  mayChange: z.array(SaleTerm).max(saleTerms.length).nullish(),
  /** Left out: AUTOMATIC. */
  transferPolicy: PlanTransferInput.nullish(),
  /** Left out: the enterprise's own choice at the time. */
  refundRuleSet: RefundRuleSetReference.nullish(),
};

export const PlanInput = z.strictObject({ code: Code, ...planFields });
export type PlanInput = z.infer<typeof PlanInput>;
/** Top-level fields of a draft, each whole; `null` clears. */
export const PlanChanges = z.strictObject(planFields).partial();
export type PlanChanges = z.infer<typeof PlanChanges>;

/** The fields of a plan version in full, as they are kept. */
export const PlanTerms = z.object({
  name: z.string(),
  description: z.string().nullable(),
  type: ContractType,
  providerId: Id,
  termMonths: z.int().nullable(),
  openEnded: z.boolean(),
  distance: PlanDistance,
  engineHours: PlanHours,
  startBasis: StartBasis,
  waitingDays: z.int(),
  eligibility: Eligibility,
  coverage: z.array(PlanCoverage),
  allowances: z.array(PlanAllowance),
  deductible: PlanDeductible,
  prices: z.array(PlanPrice),
  mayChange: z.array(SaleTerm),
  transferPolicy: PlanTransfer,
  refundRuleSet: RefundRuleSetReference.nullable(),
});
export type PlanTerms = z.infer<typeof PlanTerms>;

/** A version of a plan. READY and RETIRED ones never change but in their state: what was sold by them stays true. */
export const Plan = PlanTerms.extend({
  code: z.string(),
  version: Version,
  /** One more at each change of the draft and of the state: a write at another one is STALE_VERSION. */
  revision: Version,
  state: PlanState,
  createdAt: Instant,
  updatedAt: Instant,
  createdBy: RevisionActor,
  releasedAt: Instant.nullable(),
  releasedBy: RevisionActor.nullable(),
  retiredAt: Instant.nullable(),
  retiredBy: RevisionActor.nullable(),
});
export type Plan = z.infer<typeof Plan>;
