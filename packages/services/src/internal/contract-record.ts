import type {
  Allowance,
  Contract,
  ContractChanges,
  ContractField,
  ContractInput,
  ContractParty,
  CoverageLine,
  Deductible,
  Origin,
  ProblemField,
} from "@vehicle-contracts/contract-model";
import {
  changeTerms,
  completeDistance,
  completeHours,
  completePrice,
  completeTerms,
  followStart,
  type Outcome,
} from "@vehicle-contracts/contract-rules";
import { ruleBroken } from "../service-error.ts";

/** A contract's own fields: what a person or a program writes, completed. */
export type ContractRecord = Pick<Contract, ContractField>;

/** Collects what the rules refuse, so that all of it is said at once. */
class Settling {
  readonly fields: ProblemField[] = [];

  /** The value, or `otherwise` beside a note of what is broken. */
  take<Value>(outcome: Outcome<Value>, otherwise: Value): Value {
    if (outcome.ok) return outcome.value;
    this.fields.push(...outcome.fields);
    return otherwise;
  }

  done<Value>(value: Value): Value {
    if (this.fields.length > 0) throw ruleBroken(...this.fields);
    return value;
  }
}

const partiesOf = (given: ContractInput["parties"], startDate: string | null): ContractParty[] =>
  (given ?? []).map(({ role, partyId, from, to }) => ({
    role,
    partyId,
    from: from ?? startDate,
    to: to ?? null,
  }));

const coverageOf = (given: ContractInput["coverage"]): CoverageLine[] =>
  (given ?? []).map((line) => ({
    code: line.code,
    description: line.description ?? null,
    treatment: line.treatment,
    partsPercent: line.partsPercent ?? null,
    labourPercent: line.labourPercent ?? null,
    endDate: line.endDate ?? null,
    endOdometer: line.endOdometer ?? null,
    maximumAmount: line.maximumAmount ?? null,
  }));

const allowancesOf = (given: ContractInput["allowances"]): Allowance[] =>
  (given ?? []).map((line) => ({
    code: line.code,
    description: line.description ?? null,
    quantity: line.quantity,
    dueAfterMonths: line.dueAfterMonths ?? null,
    dueAfterDistance: line.dueAfterDistance ?? null,
  }));

const deductibleOf = (given: ContractInput["deductible"]): Deductible =>
  !given || given.kind === "NONE"
    ? { kind: "NONE" }
    : { kind: given.kind, amount: given.amount, waivedAtSellingStore: given.waivedAtSellingStore ?? false };

const originOf = (given: ContractInput["origin"]): Origin => ({
  sourceSystem: given?.sourceSystem ?? "NATIVE",
  externalReferences: given?.externalReferences ?? [],
});

/** A new contract's fields in full. Throws RULE_BROKEN with every field at fault (terms, distance, hours, price). */
export function completeRecord(input: ContractInput): ContractRecord {
  const settling = new Settling();
  const terms = settling.take(completeTerms(input), {
    startDate: input.startDate ?? null,
    endDate: null,
    termMonths: null,
    openEnded: false,
  });
  return settling.done({
    storeId: input.storeId,
    vehicleId: input.vehicleId,
    type: input.type,
    contractNumber: input.contractNumber ?? null,
    description: input.description ?? null,
    notes: input.notes ?? null,
    providerId: input.providerId ?? null,
    plan: input.plan ?? null,
    parties: partiesOf(input.parties, terms.startDate),
    saleDate: input.saleDate ?? null,
    ...terms,
    waitingDays: input.waitingDays ?? 0,
    awaitingProvider: input.awaitingProvider ?? false,
    distance: settling.take(completeDistance(input.distance), { kind: "unknown" }),
    engineHours: settling.take(completeHours(input.engineHours), { kind: "unlimited" }),
    coverage: coverageOf(input.coverage),
    allowances: allowancesOf(input.allowances),
    deductible: deductibleOf(input.deductible),
    price: settling.take(completePrice(input.price), null),
    origin: originOf(input.origin),
  });
}

/**
 * The fields after `changes`: only what is given is touched, `null` clears. A new start moves the end of a term and the
 * first day of those who were there from the start. Throws RULE_BROKEN with every field at fault.
 */
export function changeRecord(before: ContractRecord, changes: ContractChanges): ContractRecord {
  const settling = new Settling();
  const terms = settling.take(changeTerms(before, changes), before);
  const given = <Field extends ContractField, Value>(field: Field, value: () => Value, kept: Value): Value =>
    changes[field] === undefined ? kept : value();
  return settling.done({
    storeId: changes.storeId ?? before.storeId,
    vehicleId: changes.vehicleId ?? before.vehicleId,
    type: changes.type ?? before.type,
    contractNumber: given("contractNumber", () => changes.contractNumber ?? null, before.contractNumber),
    description: given("description", () => changes.description ?? null, before.description),
    notes: given("notes", () => changes.notes ?? null, before.notes),
    providerId: given("providerId", () => changes.providerId ?? null, before.providerId),
    plan: given("plan", () => changes.plan ?? null, before.plan),
    parties: given(
      "parties",
      () => partiesOf(changes.parties, terms.startDate),
      followStart(before.parties, before.startDate, terms.startDate),
    ),
    saleDate: given("saleDate", () => changes.saleDate ?? null, before.saleDate),
    startDate: terms.startDate,
    endDate: terms.endDate,
    termMonths: terms.termMonths,
    openEnded: terms.openEnded,
    waitingDays: given("waitingDays", () => changes.waitingDays ?? 0, before.waitingDays),
    awaitingProvider: given(
      "awaitingProvider",
      () => changes.awaitingProvider ?? false,
      before.awaitingProvider,
    ),
    distance: given(
      "distance",
      () => settling.take(completeDistance(changes.distance), before.distance),
      before.distance,
    ),
    engineHours: given(
      "engineHours",
      () => settling.take(completeHours(changes.engineHours), before.engineHours),
      before.engineHours,
    ),
    coverage: given("coverage", () => coverageOf(changes.coverage), before.coverage),
    allowances: given("allowances", () => allowancesOf(changes.allowances), before.allowances),
    deductible: given("deductible", () => deductibleOf(changes.deductible), before.deductible),
    price: given("price", () => settling.take(completePrice(changes.price), before.price), before.price),
    origin: given("origin", () => originOf(changes.origin), before.origin),
  });
}

/** A contract's own fields out of the whole contract. */
export function recordOf(contract: Contract): ContractRecord {
  const {
    contractId: _id,
    version: _version,
    status: _status,
    effectiveStatus: _effective,
    predecessorId: _predecessor,
    successorId: _successor,
    cancellation: _cancellation,
    createdAt: _created,
    updatedAt: _updated,
    ...record
  } = contract;
  return record;
}
