import type {
  Contract,
  ContractField,
  ContractStatus,
  ProblemField,
} from "@vehicle-contracts/contract-model";
import { broken } from "./outcome.ts";
import { sameValue } from "./same-value.ts";

/** The fields that a person or a program writes, as they are kept. */
export type WrittenFields = Pick<Contract, ContractField>;

/**
 * How long a field may be changed: `always`; until the contract is `final`; until it is `sold` (after DRAFT), for good; until
 * it is `active`, and then only by a correction. `end`, `holder` and `acceptance` are as `active`, with a way of their own.
 */
type Fixed = "always" | "final" | "sold" | "active" | "end" | "holder" | "acceptance";

const fixed: Readonly<Record<ContractField, { by: Fixed; name: string }>> = {
  storeId: { by: "sold", name: "The store" },
  vehicleId: { by: "sold", name: "The vehicle" },
  type: { by: "active", name: "The type" },
  contractNumber: { by: "final", name: "The contract number" },
  description: { by: "final", name: "The description" },
  notes: { by: "always", name: "The notes" },
  providerId: { by: "active", name: "The provider" },
  plan: { by: "active", name: "The plan" },
  parties: { by: "holder", name: "The holder" },
  saleDate: { by: "active", name: "The sale date" },
  startDate: { by: "active", name: "The start date" },
  endDate: { by: "end", name: "The end date" },
  termMonths: { by: "end", name: "The term" },
  openEnded: { by: "end", name: "Whether it is open-ended" },
  waitingDays: { by: "active", name: "The waiting period" },
  awaitingProvider: { by: "acceptance", name: "Whether the provider is awaited" },
  distance: { by: "active", name: "The distance" },
  engineHours: { by: "active", name: "The engine hours" },
  coverage: { by: "active", name: "The coverage" },
  allowances: { by: "active", name: "The allowances" },
  deductible: { by: "active", name: "The deductible" },
  price: { by: "active", name: "The price" },
  paid: { by: "final", name: "What has been paid" },
  refundRuleSet: { by: "active", name: "The refund rule set" },
  transferPolicy: { by: "active", name: "The transfer policy" },
  origin: { by: "final", name: "The origin" },
};

const fieldNames = Object.keys(fixed) as ContractField[]; // Object.keys forgets that the record has exactly these

/** The written fields whose values differ, compared as plain JSON, in the model's order. */
export const changedFields = (before: WrittenFields, after: WrittenFields): ContractField[] =>
  fieldNames.filter((field) => !sameValue(before[field], after[field]));

const holders = (contract: WrittenFields) => contract.parties.filter((party) => party.role === "HOLDER");

const byCorrection = "An administrator can correct it, with a reason, where it was entered wrongly.";

function refusal(
  field: ContractField,
  effective: ContractStatus,
  before: WrittenFields,
  after: WrittenFields,
  correction: boolean,
): ProblemField | null {
  const { by, name } = fixed[field];
  const say = (path: string, message: string) => broken(path, "FIELD_FIXED", message);
  if (effective === "DRAFT" || by === "always") return null;
  if (effective === "EXPIRED" || effective === "CANCELLED" || effective === "VOID")
    return say(field, `The contract is ${effective.toLowerCase()} and takes no change but notes.`);
  if (by === "sold")
    return say(
      field,
      `${name} is fixed once the contract is sold. Void this contract and make another one instead.`,
    );
  const { price } = before;
  if (field === "price" && price && after.price?.currency !== price.currency)
    return say(
      "price.currency",
      `The currency, ${price.currency}, is fixed once the contract is sold. Enter the price in ${price.currency}.`,
    );
  if (by === "final" || correction || effective === "PENDING") return null;
  if (by === "end")
    return say(
      field,
      `${name} is fixed once the contract is active: an extension moves the end. ${byCorrection}`,
    );
  if (by === "holder")
    return sameValue(holders(before), holders(after))
      ? null
      : say(field, `The holder is fixed once the contract is active: a transfer changes it. ${byCorrection}`);
  return say(field, `${name} is fixed once the contract is active. ${byCorrection}`);
}

/**
 * The changed fields that may not be changed, each as FIELD_FIXED; empty where all may. `effective` is the effective status
 * before the change. A `correction` (an administrator's, with a reason: who may is asked elsewhere) frees what is fixed from
 * ACTIVE on, never vehicle, store or currency, and nothing in a final state. `given`: what was asked to change; of what only
 * follows from a field that is refused itself, nothing is said. docs/rules.md, "Fixed fields".
 */
export function fixedFieldBreaks(
  effective: ContractStatus,
  before: WrittenFields,
  after: WrittenFields,
  { correction = false, given }: { correction?: boolean; given?: readonly string[] } = {},
): ProblemField[] {
  const refusals = (fields: readonly ContractField[]) =>
    fields.flatMap((field) => refusal(field, effective, before, after, correction) ?? []);
  const changed = changedFields(before, after);
  const asked = refusals(changed.filter((field) => given?.includes(field)));
  return asked.length > 0 ? asked : refusals(changed);
}
