import type {
  ContractStatus,
  Distance,
  DistanceTerm,
  EntitlementDecision,
  HoursTerm,
  LineKind,
  Money,
  PassedOverReason,
  Percentage,
} from "@vehicle-contracts/contract-model";

/** A line of a contract's coverage. Own ends are inclusive. */
export type JudgedCoverage = {
  code: string;
  treatment: "COVERED" | "EXCLUDED";
  partsPercent?: Percentage | null | undefined;
  labourPercent?: Percentage | null | undefined;
  endDate?: string | null | undefined;
  endOdometer?: Distance | null | undefined;
  maximumAmount?: Money | null | undefined;
};

export type JudgedAllowance = {
  code: string;
  quantity: number;
  dueAfterMonths?: number | null | undefined;
  dueAfterDistance?: Distance | null | undefined;
};

export type JudgedDeductible =
  | { kind: "NONE" }
  | {
      kind: "PER_VISIT" | "PER_COMPONENT" | "PER_CLAIM";
      amount: Money;
      waivedAtSellingStore?: boolean | null | undefined;
    };

/** What the ledger has taken, entries reversed left out: units by allowance, minor units by coverage line. */
export type Taken = {
  allowances: Readonly<Record<string, number>>;
  amounts: Readonly<Record<string, number>>;
};

/** A contract of the vehicle. Dates inclusive; distance left out is unknown, engine hours left out are unlimited. */
export type JudgedContract = {
  contractId: string;
  type: string;
  /** As stored. */
  status: ContractStatus;
  storeId: string;
  startDate?: string | null | undefined;
  endDate?: string | null | undefined;
  waitingDays?: number | null | undefined;
  awaitingProvider?: boolean | null | undefined;
  distance?: DistanceTerm | null | undefined;
  engineHours?: HoursTerm | null | undefined;
  coverage: readonly JudgedCoverage[];
  allowances: readonly JudgedAllowance[];
  deductible: JudgedDeductible;
  used: Taken;
};

/** A line of the job. `amount` is in minor units of the question's currency; left out, `job` is "1". */
export type AskedLine = {
  lineId: string;
  code: string;
  kind: LineKind;
  job?: string | null | undefined;
  amountMinor: number;
};

/** One visit: is each line covered on that day, at that mileage? */
export type EntitlementQuestion = {
  date: string;
  odometer?: Distance | null | undefined;
  hours?: number | null | undefined;
  /** The last known on or before the date. */
  lastReading?: Distance | null | undefined;
  lastHours?: number | null | undefined;
  /** The store that asks. */
  storeId: string;
  currency: string;
  /** Groups of contract types, those that pay first in front; left out, the usual order. */
  orderOfChoice?: readonly (readonly string[])[] | null | undefined;
  lines: readonly AskedLine[];
  /** All contracts of the vehicle, in any order. */
  contracts: readonly JudgedContract[];
};

/** What is left after the line, null where nothing limits it. `allowance` in units. */
export type LineRemaining = {
  days: number | null;
  distance: Distance | null;
  hours: number | null;
  allowance: number | null;
  amount: Money | null;
};

type Decided = {
  lineId: string;
  decision: EntitlementDecision;
  /** contractPays + customerPays is the line's amount. Nobody pays: the customer's part is the amount, at most. */
  contractPays: Money;
  customerPays: Money;
  /** Every other contract with its reason, by contractId. */
  passedOver: { contractId: string; reason: PassedOverReason }[];
};

export type PaidLine = Decided & {
  contractId: string;
  basis: "COVERAGE" | "ALLOWANCE";
  partsPercent: Percentage;
  labourPercent: Percentage;
  /** What the customer pays of it because of the deductible. */
  deductible: Money;
  /** Before the service is due; a notice, no bar. */
  early: boolean;
  remaining: LineRemaining;
};

export type UnpaidLine = Decided & {
  contractId: null;
  basis: null;
  partsPercent: null;
  labourPercent: null;
  deductible: null;
  early: null;
  remaining: null;
};

export type EntitlementLine = PaidLine | UnpaidLine;
