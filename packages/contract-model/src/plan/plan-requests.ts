import { z } from "zod";
import { RefundRuleSetReference, TransferPolicy } from "../contract/after-sale.ts";
import { Deductible, Price } from "../contract/amounts.ts";
import { Allowance, CoverageLine } from "../contract/coverage.ts";
import { ContractType } from "../contract/kinds.ts";
import { DistanceTerm, HoursTerm } from "../contract/limits.ts";
import { PlanReference } from "../contract/origin.ts";
import { Warning } from "../field-fault.ts";
import { anyOf, page, paging, SearchText } from "../paging.ts";
import { CalendarDate, Code, Distance, Id, IdempotencyKey, Version } from "../values.ts";
import { Plan, PlanChanges, PlanInput, PlanPrice, PlanState, SaleTerm } from "./plan.ts";

/** Values of one field are alternatives; the fields must all hold. */
export const PlanFilter = z.strictObject({
  state: anyOf(PlanState),
  type: anyOf(ContractType),
  providerId: anyOf(Id),
});
export type PlanFilter = z.infer<typeof PlanFilter>;

/** By name; `search` is any part of name or code. */
export const ListPlans = z.strictObject({
  filter: PlanFilter.nullish(),
  search: SearchText.nullish(),
  ...paging,
});
export type ListPlans = z.infer<typeof ListPlans>;

const versions = z.array(z.object({ version: Version, state: PlanState }));
/**
 * A plan is one entry, by the version that is sold; where none is, by its draft; else by its last one. `versions` has all of
 * them, the newest first.
 */
export const PlanRead = Plan.extend({ provider: z.object({ providerId: Id, name: z.string() }), versions });
export type PlanRead = z.infer<typeof PlanRead>;
export const PlanPage = page(PlanRead);
export type PlanPage = z.infer<typeof PlanPage>;

/** Without `version`, the one that stands for the plan in the list. */
export const GetPlan = z.strictObject({ code: Code, version: Version.nullish() });
export const CreatePlan = z.strictObject({ idempotencyKey: IdempotencyKey, plan: PlanInput });
const one = { code: Code, version: Version, revision: Version };
export const UpdatePlan = z.strictObject({ ...one, changes: PlanChanges });
/** A draft with the terms of `version`, or of the newest. */
export const NewPlanVersion = z.strictObject({
  idempotencyKey: IdempotencyKey,
  code: Code,
  version: Version.nullish(),
});
export const MovePlan = z.strictObject(one);
export const PlanResult = z.object({ plan: Plan, warnings: z.array(Warning) });

/** What may be sold for a vehicle in a store. Left out: `saleDate` is the store's today, `odometer` the last reading. */
export const OfferPlans = z.strictObject({
  vehicleId: Id,
  storeId: Id,
  saleDate: CalendarDate.nullish(),
  /** Where a plan leaves its start to the sale. */
  startDate: CalendarDate.nullish(),
  /** What the odometer shows at the start. */
  odometer: Distance.nullish(),
});

/** Why a plan is not for a vehicle: a code for programs, words for people. */
export const PlanReason = z.object({ code: z.string(), message: z.string() });
export type PlanReason = z.infer<typeof PlanReason>;

/** What a sale would copy into the contract, in the field names of a contract. */
export const SaleTerms = z.object({
  type: ContractType,
  description: z.string(),
  providerId: Id,
  plan: PlanReference,
  saleDate: z.string(),
  /** Null where the seller has to say it. */
  startDate: z.string().nullable(),
  endDate: z.string().nullable(),
  termMonths: z.int().nullable(),
  openEnded: z.boolean(),
  waitingDays: z.int(),
  /** Unknown where it is limited and no odometer is known yet: the sale has to say one. */
  distance: DistanceTerm,
  engineHours: HoursTerm,
  coverage: z.array(CoverageLine),
  allowances: z.array(Allowance),
  deductible: Deductible,
  price: Price.nullable(),
  refundRuleSet: RefundRuleSetReference.nullable(),
  transferPolicy: TransferPolicy,
});
export type SaleTerms = z.infer<typeof SaleTerms>;

/** A ready plan, and whether it is for the vehicle. */
export const PlanOffer = z.object({
  plan: Plan.pick({
    code: true,
    version: true,
    name: true,
    description: true,
    type: true,
    startBasis: true,
    distance: true,
    engineHours: true,
    termMonths: true,
  }),
  provider: z.object({ providerId: Id, name: z.string() }),
  eligible: z.boolean(),
  /** Every one that holds; none where it is eligible. */
  reasons: z.array(PlanReason),
  /** Null where the plan is not for the vehicle. */
  terms: SaleTerms.nullable(),
  /** In the store's currency, with the bounds of a change; null where it has none. */
  price: PlanPrice.nullable(),
  mayChange: z.array(SaleTerm),
});
export type PlanOffer = z.infer<typeof PlanOffer>;

/** Those that are for the vehicle first, each by name. */
export const PlanOffers = z.object({
  saleDate: z.string(),
  /** The end of the manufacturer's warranty that plans follow; null where none is known. */
  warrantyEnd: z.string().nullable(),
  offers: z.array(PlanOffer),
});
export type PlanOffers = z.infer<typeof PlanOffers>;

export type GetPlan = z.infer<typeof GetPlan>;
export type CreatePlan = z.infer<typeof CreatePlan>;
export type UpdatePlan = z.infer<typeof UpdatePlan>;
export type NewPlanVersion = z.infer<typeof NewPlanVersion>;
export type MovePlan = z.infer<typeof MovePlan>;
export type PlanResult = z.infer<typeof PlanResult>;
export type OfferPlans = z.infer<typeof OfferPlans>;
