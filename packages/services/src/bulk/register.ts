import type {
  ConsentEntry,
  ContractChanges,
  ContractInput,
  ContractStatus,
  DistanceUnit,
  PartyInput,
  PlanInput,
  ProviderInput,
  RevisionAction,
  RevisionActor,
  StoreInput,
  UsageInput,
  VehicleInput,
  VinPolicy,
} from "@vehicle-contracts/contract-model";
import type { RefundAsked } from "../internal/refund-inputs.ts";

/** A register as a whole: each record with the id and the point in time (RFC 3339, UTC) it was made at. */
export type Register = {
  stores: { storeId: string; createdAt: string; store: StoreInput }[];
  providers: { providerId: string; createdAt: string; provider: ProviderInput }[];
  /** Versions of plans, each with its moves; none where the catalogue is empty. */
  plans?: RegisterPlan[];
  parties: RegisterParty[];
  vehicles: RegisterVehicle[];
  /** A predecessor comes before its successor. */
  contracts: RegisterContract[];
};

/** A version of a plan: made, and by the same person released and retired where that is said. */
export type RegisterPlan = {
  createdAt: string;
  by: RevisionActor;
  version: number;
  plan: PlanInput;
  releasedAt: string | null;
  retiredAt: string | null;
};

/** A person or company; `consent` says who recorded what it gives, and how it was given. */
export type RegisterParty = {
  partyId: string;
  createdAt: string;
  party: PartyInput;
  consent?: Pick<ConsentEntry, "by" | "source">;
};

/** A vehicle with its readings, in the order recorded. */
export type RegisterVehicle = {
  vehicleId: string;
  createdAt: string;
  vehicle: VehicleInput;
  policy: VinPolicy;
  odometer: (RegisterReading & { value: number; unit: DistanceUnit })[];
  /** Engine hours, whole. */
  hours: (RegisterReading & { value: number })[];
};

export type RegisterReading = {
  readingId: string;
  /** Calendar date of the store. */
  date: string;
  source: string;
  correction: boolean;
  recordedBy: RevisionActor;
  recordedAt: string;
};

type Step = {
  at: string;
  actor: RevisionActor;
  correlationId: string;
};

/** A contract by its life: how it was made, then each change and each entry of its ledger, oldest first. */
export type RegisterContract = {
  contractId: string;
  made: Step & {
    contract: Omit<ContractInput, "status">;
    status: ContractStatus;
    predecessorId?: string | null;
  };
  steps: RegisterStep[];
};

export type RegisterStep =
  | RegisterChange
  | RegisterUsage
  | RegisterReversal
  | RegisterQuote
  | RegisterCancellation;

/** What one change did. A change of nothing leaves neither a version nor an entry, as everywhere. */
export type RegisterChange = Step & {
  action: Exclude<RevisionAction, "contract.created" | "contract.cancelled">;
  reason?: string | null;
  changes?: ContractChanges;
  status?: Exclude<ContractStatus, "CANCELLED">;
  successorId?: string | null;
};

/** What the contract provided or paid. */
export type RegisterUsage = Step & { usageId: string; usage: UsageInput };

/** Takes back an entry that stands before it. */
export type RegisterReversal = Step & { usageId: string; reverses: string; reason: string };

/** A refund quote, from what is known at that moment: readings by when they were recorded. */
export type RegisterQuote = Omit<Step, "correlationId"> & { quoteId: string; asked: RefundAsked };

/** The contract is cancelled by a quote that stands before it. */
export type RegisterCancellation = Step & { accepts: string };
