import { z } from "zod";
import { SourceSystem } from "./enterprise.ts";
import { Warning } from "./problem.ts";
import {
  CalendarDate,
  Code,
  Currency,
  Distance,
  DistanceUnit,
  Hours,
  Id,
  IdempotencyKey,
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
} from "./values.ts";

export const ContractType = z.enum([
  "MANUFACTURER_WARRANTY",
  "EXTENDED_WARRANTY",
  "SERVICE_PLAN",
  "MAINTENANCE",
  "REPAIR_AND_MAINTENANCE",
  "ROADSIDE_ASSISTANCE",
  "TYRE_AND_WHEEL",
  "BODYWORK_CORROSION",
  "BATTERY",
  "GAP_INSURANCE",
  "GOODWILL",
  "OTHER",
]);
export type ContractType = z.infer<typeof ContractType>;

export const ContractStatus = z.enum([
  "DRAFT",
  "PENDING",
  "ACTIVE",
  "SUSPENDED",
  "EXPIRED",
  "CANCELLED",
  "VOID",
]);
export type ContractStatus = z.infer<typeof ContractStatus>;

/** What a contract may be made as: a quote, sold, or taken over from another system while it runs. */
export const InitialStatus = z.enum(["DRAFT", "PENDING", "ACTIVE"], "Must be DRAFT, PENDING or ACTIVE.");

export const PartyRole = z.enum(["HOLDER", "PAYER", "LIENHOLDER", "SELLER"]);
export type PartyRole = z.infer<typeof PartyRole>;

/** A party's part in a contract, from and to inclusive. `from` left out is the contract's startDate; no `to` is open. */
export const ContractPartyInput = z
  .strictObject({ role: PartyRole, partyId: Id, from: CalendarDate.nullish(), to: CalendarDate.nullish() })
  .refine((party) => !party.from || !party.to || party.from <= party.to, {
    path: ["to"],
    message: "Must not be before the first day (from).",
  });
export const ContractParty = z.object({
  role: PartyRole,
  partyId: Id,
  from: z.string().nullable(),
  to: z.string().nullable(),
});
export type ContractParty = z.infer<typeof ContractParty>;

const unlimited = z.strictObject({ kind: z.literal("unlimited") });
const unknown = z.strictObject({ kind: z.literal("unknown") });

/** How far the contract goes. endOdometer (inclusive) = startOdometer + limit, all in one unit; left out, it is computed. */
export const DistanceTermInput = z.discriminatedUnion(
  "kind",
  [
    unlimited,
    unknown,
    z.strictObject({
      kind: z.literal("limited"),
      limit: Length,
      startOdometer: Distance,
      endOdometer: z.strictObject({ value: whole(0, 2 * longestDistance), unit: DistanceUnit }).nullish(),
    }),
  ],
  "Must be of the kind unlimited, unknown or limited.",
);
export const DistanceTerm = z.discriminatedUnion("kind", [
  unlimited,
  unknown,
  z.object({
    kind: z.literal("limited"),
    limit: Distance,
    startOdometer: Distance,
    endOdometer: z.object({ value: z.int(), unit: z.enum(["KM", "MI"]) }),
  }),
]);
export type DistanceTerm = z.infer<typeof DistanceTerm>;

/** As DistanceTerm, in whole engine hours. */
export const HoursTermInput = z.discriminatedUnion(
  "kind",
  [
    unlimited,
    unknown,
    z.strictObject({
      kind: z.literal("limited"),
      limit: whole(1, longestDistance),
      startHours: Hours,
      endHours: whole(0, 2 * longestDistance).nullish(),
    }),
  ],
  "Must be of the kind unlimited, unknown or limited.",
);
export const HoursTerm = z.discriminatedUnion("kind", [
  unlimited,
  unknown,
  z.object({ kind: z.literal("limited"), limit: z.int(), startHours: z.int(), endHours: z.int() }),
]);
export type HoursTerm = z.infer<typeof HoursTerm>;

export const Treatment = z.enum(["COVERED", "EXCLUDED"], "Must be COVERED or EXCLUDED.");

/** What a contract pays for, or leaves out. The code `*` is everything not named. Own ends are inclusive. */
export const CoverageLineInput = z
  .strictObject({
    code: Code,
    description: line(200).nullish(),
    treatment: Treatment,
    /** Share of parts that is paid; needed where the line is COVERED. */
    partsPercent: Percentage.nullish(),
    labourPercent: Percentage.nullish(),
    endDate: CalendarDate.nullish(),
    endOdometer: Distance.nullish(),
    /** At most this much in the contract's life. */
    maximumAmount: Money.nullish(),
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
export const CoverageLine = z.object({
  code: z.string(),
  description: z.string().nullable(),
  treatment: Treatment,
  partsPercent: Percentage.nullable(),
  labourPercent: Percentage.nullable(),
  endDate: z.string().nullable(),
  endOdometer: Distance.nullable(),
  maximumAmount: Money.nullable(),
});
export type CoverageLine = z.infer<typeof CoverageLine>;

/** Services that a plan includes. Due dates are a schedule, not a bar. */
export const AllowanceInput = z.strictObject({
  code: Code.refine((code) => code !== "*", "Must name a service: * is for coverage only."),
  description: line(200).nullish(),
  /** 1 to 10,000 units inclusive. */
  quantity: whole(1, 10_000),
  dueAfterMonths: whole(1, 1_200).nullish(),
  dueAfterDistance: Length.nullish(),
});
export const Allowance = z.object({
  code: z.string(),
  description: z.string().nullable(),
  quantity: z.int(),
  dueAfterMonths: z.int().nullable(),
  dueAfterDistance: Distance.nullable(),
});
export type Allowance = z.infer<typeof Allowance>;

const payable = { amount: Money };
/** What the customer pays first: once a visit, once a line code, or once a job. */
export const DeductibleInput = z.discriminatedUnion(
  "kind",
  [
    z.strictObject({ kind: z.literal("NONE") }),
    z.strictObject({
      kind: z.enum(["PER_VISIT", "PER_COMPONENT", "PER_CLAIM"]),
      ...payable,
      waivedAtSellingStore: z.boolean().nullish(),
    }),
  ],
  "Must be of the kind NONE, PER_VISIT, PER_COMPONENT or PER_CLAIM.",
);
export const Deductible = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("NONE") }),
  z.object({
    kind: z.enum(["PER_VISIT", "PER_COMPONENT", "PER_CLAIM"]),
    ...payable,
    waivedAtSellingStore: z.boolean(),
  }),
]);
export type Deductible = z.infer<typeof Deductible>;

/** Net or gross suffices, with the tax rate (left out: 0); the rest is computed, half up to the minor unit. */
export const PriceInput = z
  .strictObject({
    netMinor: MinorUnits.nullish(),
    taxRate: Percentage.nullish(),
    taxMinor: MinorUnits.nullish(),
    grossMinor: MinorUnits.nullish(),
    currency: Currency,
  })
  .check((context) => {
    const { netMinor, grossMinor, taxMinor, taxRate } = context.value;
    const missing = (value: unknown) => value === null || value === undefined;
    if (missing(netMinor) && missing(grossMinor))
      context.issues.push({
        code: "custom",
        input: context.value,
        path: ["grossMinor"],
        message: "Needs the net or the gross amount.",
      });
    if (missing(taxRate) && !missing(taxMinor) && taxMinor !== 0)
      context.issues.push({
        code: "custom",
        input: context.value,
        path: ["taxRate"],
        message: "A tax needs its rate.",
      });
  });
/** gross = net + tax, all in minor units of the currency. */
export const Price = z.object({
  netMinor: MinorUnits,
  taxRate: Percentage,
  taxMinor: MinorUnits,
  grossMinor: MinorUnits,
  currency: z.string(),
});
export type Price = z.infer<typeof Price>;

export const PlanReference = z.strictObject({ code: Code, version: Version });
export type PlanReference = z.infer<typeof PlanReference>;

export const ExternalReference = z.strictObject({ system: line(50), id: line(100) });
export type ExternalReference = z.infer<typeof ExternalReference>;

/** Where the contract came from. An external reference is unique per system within the enterprise. */
export const OriginInput = z
  .strictObject({
    sourceSystem: SourceSystem.nullish(),
    externalReferences: z.array(ExternalReference).max(20, "Must have at most 20 references.").nullish(),
  })
  .check((context) =>
    repeated(
      context,
      context.value.externalReferences ?? [],
      (reference) => `${reference.system}\n${reference.id}`,
      "externalReferences",
      "id",
      "Stands twice.",
    ),
  );
export const Origin = z.object({
  sourceSystem: SourceSystem,
  externalReferences: z.array(ExternalReference),
});
export type Origin = z.infer<typeof Origin>;

function repeated<T>(
  context: { issues: unknown[]; value: unknown },
  lines: readonly T[],
  key: (line: T) => string,
  field: string,
  part: string,
  message: string,
) {
  const seen = new Set<string>();
  lines.forEach((line, index) => {
    if (seen.has(key(line)))
      context.issues.push({
        code: "custom",
        input: context.value,
        path: field ? [field, index, part] : [index, part],
        message,
      });
    seen.add(key(line));
  });
}

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
    .check((context) =>
      repeated(
        context,
        context.value,
        (line) => `${line.treatment} ${line.code}`,
        "",
        "code",
        "Stands twice: a code may be covered once and excluded once.",
      ),
    )
    .nullish(),
  allowances: z
    .array(AllowanceInput)
    .max(200, "Must have at most 200 lines.")
    .check((context) =>
      repeated(
        context,
        context.value,
        (line) => line.code,
        "",
        "code",
        "Stands twice: an allowance has its code once.",
      ),
    )
    .nullish(),
  deductible: DeductibleInput.nullish(),
  price: PriceInput.nullish(),
  origin: OriginInput.nullish(),
};

/**
 * A contract without what the server makes. `storeId`, `vehicleId` and `type` are required. An answer's `cancellation` may
 * stay in it: nothing is made cancelled, so it is null.
 */
export const ContractInput = z.strictObject({
  ...contractFields,
  status: InitialStatus.nullish(),
  cancellation: z.null("Must be null: a contract is cancelled by a move of its own.").optional(),
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
  predecessorId: Id.nullable(),
  successorId: Id.nullable(),
  /** Set by a cancellation; null until then. */
  cancellation: z.null(),
  origin: Origin,
  createdAt: Instant,
  updatedAt: Instant,
});
export type Contract = z.infer<typeof Contract>;

/** Vehicle, holder, provider and store in short, beside a contract that is read. */
export const ContractShorts = z.object({
  vehicle: z.object({
    vehicleId: Id,
    vin: z.string(),
    licensePlate: z.string().nullable(),
    make: z.string().nullable(),
    model: z.string().nullable(),
    variant: z.string().nullable(),
    /** What limits are counted against today. */
    latestOdometer: z.object({ value: z.int(), unit: z.enum(["KM", "MI"]), date: z.string() }).nullable(),
    latestHours: z.object({ value: z.int(), date: z.string() }).nullable(),
  }),
  /** The holder at the store's today, else the last one named; null while there is none. */
  holder: z.object({ partyId: Id, name: z.string() }).nullable(),
  provider: z.object({ providerId: Id, name: z.string() }).nullable(),
  /** `today` is the store's calendar date at the time of the answer: what `effectiveStatus` was derived at. */
  store: z.object({ storeId: Id, name: z.string(), today: z.string() }),
});
export type ContractShorts = z.infer<typeof ContractShorts>;

export const ContractRead = Contract.extend(ContractShorts.shape);
export type ContractRead = z.infer<typeof ContractRead>;

export const GetContract = z.strictObject({ contractId: Id });
export const CreateContract = z.strictObject({ idempotencyKey: IdempotencyKey, contract: ContractInput });
export const UpdateContract = z.strictObject({
  contractId: Id,
  version: Version,
  changes: ContractChanges,
  /** From an administrator: sold terms that were entered wrongly are put right; the history says so. */
  correction: z.strictObject({ reason: line(500) }).nullish(),
});
export const SubmitContract = z.strictObject({ contractId: Id, version: Version });
export const ContractResult = z.object({ contract: Contract, warnings: z.array(Warning) });

export type CreateContract = z.infer<typeof CreateContract>;
export type UpdateContract = z.infer<typeof UpdateContract>;
export type SubmitContract = z.infer<typeof SubmitContract>;
export type ContractResult = z.infer<typeof ContractResult>;
