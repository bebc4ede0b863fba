import { z } from "zod";
import { CalendarDate, Id, Instant, line, Money, multiline, Version, whole } from "../values.ts";
import {
  Cancellation,
  RefundRuleSetReference,
  Remaining,
  TransferPolicy,
  TransferPolicyInput,
} from "./after-sale.ts";
import { Deductible, DeductibleInput, Price, PriceInput } from "./amounts.ts";
import { Allowance, AllowanceInput, CoverageLine, CoverageLineInput } from "./coverage.ts";
import { distinct } from "./distinct.ts";
import { ContractStatus, ContractType, InitialStatus } from "./kinds.ts";
import { DistanceTerm, DistanceTermInput, HoursTerm, HoursTermInput } from "./limits.ts";
import { Origin, OriginInput, PlanReference } from "./origin.ts";
import { ContractParty, ContractPartyInput } from "./parties.ts";

/** The fields that a person or a program writes. */
const contractFields = {
  /** The store that sold or manages it. Fixed after DRAFT. */
  storeId: Id,
  /** The vehicle it covers. Fixed after DRAFT. */
  vehicleId: Id,
  type: ContractType,
  /** The provider's own number, at most 50 characters; unique per enterprise and provider. */
  contractNumber: line(50).nullish(),
  description: line(500).nullish(),
  notes: multiline(5_000).nullish(),
  providerId: Id.nullish(),
  plan: PlanReference.nullish(),
  parties: z.array(ContractPartyInput).max(50, "Must have at most 50 parties.").nullish(),
  saleDate: CalendarDate.nullish(),
  /** First day covered. */
  startDate: CalendarDate.nullish(),
  /** Last day covered (inclusive). */
  endDate: CalendarDate.nullish(),
  /** 1 to 1,200 months inclusive; with it endDate follows from startDate. */
  termMonths: whole(1, 1_200).nullish(),
  /** It has no last day, and says so. */
  openEnded: z.boolean().nullish(),
  /** Nothing is paid in the first days: 0 to 3,660 inclusive, counted from startDate. */
  waitingDays: whole(0, 3_660).nullish(),
  /** The provider has not accepted it yet. */
  awaitingProvider: z.boolean().nullish(),
  /** Left out: unknown. */
  distance: DistanceTermInput.nullish(),
  /** Left out: unlimited. */
  engineHours: HoursTermInput.nullish(),
  coverage: z
    .array(CoverageLineInput)
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
    .array(AllowanceInput)
    .max(200, "Must have at most 200 lines.")
    .check(distinct((line) => line.code, "code", "Stands twice: an allowance has its code once."))
    .nullish(),
  deductible: DeductibleInput.nullish(),
  price: PriceInput.nullish(),
  /** What of the price has been paid; left out: all of it. */
  paid: Money.nullish(),
  /** By what a refund is reckoned; left out: the enterprise's own choice at the time. */
  refundRuleSet: RefundRuleSetReference.nullish(),
  /** Left out: it goes with the vehicle without asking. */
  transferPolicy: TransferPolicyInput.nullish(),
  origin: OriginInput.nullish(),
};

/**
 * A contract without what the server makes. `storeId`, `vehicleId` and `type` are required. An answer's `cancellation` and
 * `remaining` may stay in it: nothing is made cancelled, so the one is null; the other is not looked at.
 */
export const ContractInput = z.strictObject({
  ...contractFields,
  status: InitialStatus.nullish(),
  cancellation: z.null("Must be null: a contract is cancelled by a move of its own.").optional(),
  remaining: z.unknown().optional(),
});
export type ContractInput = z.infer<typeof ContractInput>;

/** Top-level fields to change, each whole; `null` clears. Never the status: that has moves of its own. */
export const ContractChanges = z.strictObject(contractFields).partial();
export type ContractChanges = z.infer<typeof ContractChanges>;
export type ContractField = keyof ContractChanges;
export const contractFieldNames = Object.keys(contractFields) as ContractField[];

/** A vehicle contract: the aggregate root. */
export const Contract = z.object({
  contractId: Id,
  version: Version,
  storeId: Id,
  vehicleId: Id,
  contractNumber: z.string().nullable(),
  type: ContractType,
  /** Stored; see `effectiveStatus` for what holds today. */
  status: ContractStatus,
  /** Derived at every read from status, dates and readings, at the contract's own store's today. */
  effectiveStatus: ContractStatus,
  description: z.string().nullable(),
  notes: z.string().nullable(),
  providerId: Id.nullable(),
  plan: PlanReference.nullable(),
  parties: z.array(ContractParty),
  saleDate: z.string().nullable(),
  startDate: z.string().nullable(),
  endDate: z.string().nullable(),
  termMonths: z.int().nullable(),
  openEnded: z.boolean(),
  waitingDays: z.int(),
  awaitingProvider: z.boolean(),
  distance: DistanceTerm,
  engineHours: HoursTerm,
  coverage: z.array(CoverageLine),
  allowances: z.array(Allowance),
  deductible: Deductible,
  price: Price.nullable(),
  /** Null: all of the price. */
  paid: Money.nullable(),
  refundRuleSet: RefundRuleSetReference.nullable(),
  /** Null acts as AUTOMATIC. */
  transferPolicy: TransferPolicy.nullable(),
  predecessorId: Id.nullable(),
  successorId: Id.nullable(),
  /** Set by a cancellation; null until then. */
  cancellation: Cancellation.nullable(),
  /** Derived from the ledger of usage. */
  remaining: Remaining,
  origin: Origin,
  createdAt: Instant,
  updatedAt: Instant,
});
export type Contract = z.infer<typeof Contract>;
