import {
  type Contract,
  type ContractType,
  currencyExponent,
  type Distance,
  type DistanceUnit,
  type PartyRole,
  type Percentage,
  type Price,
  type Vehicle,
} from "@vehicle-contracts/contract-model";
import { millimetres } from "@vehicle-contracts/contract-rules";
import type { ChosenPlan } from "./plan/chosen-plan.ts";

/** A party's line: nobody chosen yet is null; no `from` is the contract's start, no `to` is open. */
export type PartyLine = { role: PartyRole; partyId: string | null; from: string | null; to: string | null };

/** What an amount was when another store made it one of another currency. */
export type TypedIn = { amountMinor: number; currency: string };

/** The amount that stands as it was typed, in another currency: 1,234.00 of one are 1,234.00 of the other. */
export const movedAmount = ({ amountMinor, currency }: TypedIn, to: string): number =>
  Math.round(amountMinor * 10 ** (currencyExponent(to) - currencyExponent(currency)));

/** Whole units; a unit or a currency that is null is the one of the contract. */
export type CoverageRow = {
  code: string;
  description: string | null;
  treatment: "COVERED" | "EXCLUDED";
  partsPercent: Percentage | null;
  labourPercent: Percentage | null;
  endDate: string | null;
  endOdometer: number | null;
  odometerUnit: DistanceUnit | null;
  maximumAmount: number | null;
  currency: string | null;
  typedIn: TypedIn | null;
};

export type AllowanceRow = {
  code: string;
  description: string | null;
  quantity: number | null;
  dueAfterMonths: number | null;
  dueAfterDistance: number | null;
  distanceUnit: DistanceUnit | null;
};

type LimitKind = "limited" | "unlimited" | "unknown";

/** A contract as it stands in the form. What is computed is not in it; paths are those of the wire where both have them. */
export type ContractForm = {
  /** Made once a form; with the content it makes the idempotency key, so a retry is the same call. */
  formKey: string;
  /** The contract the form began from, kept with a draft; null for a new one. Parsed before it is used. */
  base: unknown;
  storeId: string | null;
  vehicleId: string | null;
  type: ContractType | null;
  providerId: string | null;
  contractNumber: string | null;
  description: string | null;
  notes: string | null;
  plan: { code: string | null; version: number | null };
  /** The plan of the catalogue that it is sold by; null where its terms are written by hand. */
  byPlan: ChosenPlan | null;
  saleDate: string | null;
  startDate: string | null;
  /** How the end is said: by a term in months, by a date, or not at all. */
  endBy: "term" | "date" | "open";
  termMonths: number | null;
  endDate: string | null;
  waitingDays: number | null;
  awaitingProvider: boolean;
  distance: {
    kind: LimitKind;
    startOdometer: number | null;
    limit: number | null;
    /** Null: the store's. */
    unit: DistanceUnit | null;
  };
  engineHours: { kind: LimitKind; startHours: number | null; limit: number | null };
  coverage: CoverageRow[];
  allowances: AllowanceRow[];
  deductible: {
    kind: "NONE" | "PER_VISIT" | "PER_COMPONENT" | "PER_CLAIM";
    amount: number | null;
    waivedAtSellingStore: boolean;
    currency: string | null;
    typedIn: TypedIn | null;
  };
  parties: PartyLine[];
  price: {
    basis: "gross" | "net";
    grossMinor: number | null;
    netMinor: number | null;
    taxRate: Percentage | null;
    /** As it was kept; holds while what is entered is the same. */
    kept: Price | null;
    typedIn: TypedIn | null;
  };
  /** Sold terms are put right, with the reason: an administrator's. */
  correction: { on: boolean; reason: string };
};

/** Roles in the order of the form. Each has a line, empty or not. */
export const roles = ["HOLDER", "PAYER", "LIENHOLDER", "SELLER"] as const satisfies readonly PartyRole[];

const emptyParty = (role: PartyRole): PartyLine => ({ role, partyId: null, from: null, to: null });

/** The lines with an empty one for each role that has none. */
const withEveryRole = (lines: PartyLine[]): PartyLine[] => [
  ...lines,
  ...roles.filter((role) => !lines.some((line) => line.role === role)).map(emptyParty),
];

export const emptyCoverage: CoverageRow = {
  code: "",
  description: null,
  treatment: "COVERED",
  partsPercent: 100,
  labourPercent: 100,
  endDate: null,
  endOdometer: null,
  odometerUnit: null,
  maximumAmount: null,
  currency: null,
  typedIn: null,
};

export const emptyAllowance: AllowanceRow = {
  code: "",
  description: null,
  quantity: 1,
  dueAfterMonths: null,
  dueAfterDistance: null,
  distanceUnit: null,
};

/** A distance in whole units of another unit, to the nearest. */
export const inUnit = (distance: Distance, unit: DistanceUnit): number =>
  distance.unit === unit
    ? distance.value
    : Math.round(millimetres(distance) / millimetres({ value: 1, unit }));

type Beginning = {
  formKey: string;
  storeId: string | null;
  unit: DistanceUnit;
  today: string;
  vehicle: Pick<Vehicle, "vehicleId" | "latestOdometer" | "latestHours"> | null;
  holderId?: string | null;
};

/** What a new contract begins with: sold and started today, by a term, from the vehicle's latest reading; in its unit while no store is chosen. */
export function newForm({ formKey, storeId, unit, today, vehicle, holderId }: Beginning): ContractForm {
  const reading = vehicle?.latestOdometer ?? null;
  const agreedIn = storeId === null ? (reading?.unit ?? unit) : unit;
  return {
    formKey,
    base: null,
    storeId,
    vehicleId: vehicle?.vehicleId ?? null,
    type: null,
    providerId: null,
    contractNumber: null,
    description: null,
    notes: null,
    plan: { code: null, version: null },
    byPlan: null,
    saleDate: today,
    startDate: today,
    endBy: "term",
    termMonths: null,
    endDate: null,
    waitingDays: null,
    awaitingProvider: false,
    distance: {
      kind: "limited",
      startOdometer: reading && inUnit(reading, agreedIn),
      limit: null,
      unit: agreedIn,
    },
    engineHours: { kind: "unlimited", startHours: vehicle?.latestHours?.value ?? null, limit: null },
    coverage: [],
    allowances: [],
    deductible: { kind: "NONE", amount: null, waivedAtSellingStore: false, currency: null, typedIn: null },
    parties: withEveryRole(holderId ? [{ role: "HOLDER", partyId: holderId, from: null, to: null }] : []),
    price: { basis: "gross", grossMinor: null, netMinor: null, taxRate: null, kept: null, typedIn: null },
    correction: { on: false, reason: "" },
  };
}

/** What was agreed, of a contract or of what a plan would copy into one. */
type SoldTerms = Pick<
  Contract,
  | "type"
  | "providerId"
  | "description"
  | "plan"
  | "startDate"
  | "openEnded"
  | "termMonths"
  | "endDate"
  | "waitingDays"
  | "distance"
  | "engineHours"
  | "coverage"
  | "allowances"
  | "deductible"
  | "price"
>;

/** Terms as the form shows them. */
export function termsInForm(terms: SoldTerms) {
  const { distance, engineHours, deductible, price } = terms;
  return {
    type: terms.type,
    providerId: terms.providerId,
    description: terms.description,
    plan: { code: terms.plan?.code ?? null, version: terms.plan?.version ?? null },
    startDate: terms.startDate,
    endBy: terms.openEnded ? "open" : terms.termMonths !== null ? "term" : "date",
    termMonths: terms.termMonths,
    endDate: terms.endDate,
    waitingDays: terms.waitingDays,
    distance:
      distance.kind === "limited"
        ? {
            kind: "limited",
            startOdometer: distance.startOdometer.value,
            limit: distance.limit.value,
            unit: distance.limit.unit,
          }
        : { kind: distance.kind, startOdometer: null, limit: null, unit: null },
    engineHours:
      engineHours.kind === "limited"
        ? { kind: "limited", startHours: engineHours.startHours, limit: engineHours.limit }
        : { kind: engineHours.kind, startHours: null, limit: null },
    coverage: terms.coverage.map(({ endOdometer, maximumAmount, ...line }) => ({
      ...line,
      endOdometer: endOdometer?.value ?? null,
      odometerUnit: endOdometer?.unit ?? null,
      maximumAmount: maximumAmount?.amountMinor ?? null,
      currency: maximumAmount?.currency ?? null,
      typedIn: null,
    })),
    allowances: terms.allowances.map(({ dueAfterDistance, ...line }) => ({
      ...line,
      dueAfterDistance: dueAfterDistance?.value ?? null,
      distanceUnit: dueAfterDistance?.unit ?? null,
    })),
    deductible:
      deductible.kind === "NONE"
        ? { kind: "NONE", amount: null, waivedAtSellingStore: false, currency: null, typedIn: null }
        : {
            kind: deductible.kind,
            amount: deductible.amount.amountMinor,
            waivedAtSellingStore: deductible.waivedAtSellingStore,
            currency: deductible.amount.currency,
            typedIn: null,
          },
    price: {
      basis: "gross",
      grossMinor: price?.grossMinor ?? null,
      netMinor: price?.netMinor ?? null,
      taxRate: price?.taxRate ?? null,
      kept: price,
      typedIn: null,
    },
  } satisfies Partial<ContractForm>;
}

/** A contract as the form shows it. A party there from the first day has no `from`, so that it follows the start. */
export function formOf(contract: Contract, formKey: string): ContractForm {
  const { startDate } = contract;
  return {
    formKey,
    base: contract,
    byPlan: null,
    storeId: contract.storeId,
    vehicleId: contract.vehicleId,
    contractNumber: contract.contractNumber,
    notes: contract.notes,
    saleDate: contract.saleDate,
    awaitingProvider: contract.awaitingProvider,
    ...termsInForm(contract),
    parties: withEveryRole(
      contract.parties.map(({ role, partyId, from, to }) => ({
        role,
        partyId,
        from: from === startDate ? null : from,
        to,
      })),
    ),
    correction: { on: false, reason: "" },
  };
}
