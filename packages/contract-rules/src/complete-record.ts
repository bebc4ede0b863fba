import type {
  Allowance,
  Contract,
  ContractChanges,
  ContractField,
  ContractInput,
  ContractParty,
  CoverageLine,
  Deductible,
  DistanceTerm,
  HoursTerm,
  Origin,
  Price,
  TransferPolicy,
} from "@vehicle-contracts/contract-model";
import { completeDistance, completeHours } from "./complete-limits.ts";
import { changeTerms, completeTerms, type Terms } from "./complete-terms.ts";
import type { WrittenFields } from "./fixed-fields.ts";
import { followStart } from "./holders.ts";
import { allOf, type Outcome } from "./outcome.ts";
import { withPaid } from "./paid.ts";
import { completePrice } from "./price.ts";

/** The fields that rules complete; each may be broken. */
type Ruled = { terms: Terms; distance: DistanceTerm; engineHours: HoursTerm; price: Price | null };

/**
 * A new contract's fields in full: what is left out has the value that docs/wire.md names. Broken: every field at fault, by
 * `completeTerms`, `completeDistance`, `completeHours` and `completePrice`; then by `withPaid`.
 */
export function completeRecord(input: ContractInput): Outcome<WrittenFields> {
  const ruled = allOf<Ruled>({
    terms: completeTerms(input),
    distance: completeDistance(input.distance),
    engineHours: completeHours(input.engineHours),
    price: completePrice(input.price),
  });
  if (!ruled.ok) return ruled;
  const { terms, distance, engineHours, price } = ruled.value;
  return withPaid<WrittenFields>({
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
    distance,
    engineHours,
    coverage: coverageOf(input.coverage),
    allowances: allowancesOf(input.allowances),
    deductible: deductibleOf(input.deductible),
    price,
    paid: input.paid ?? null,
    refundRuleSet: input.refundRuleSet ?? null,
    transferPolicy: transferPolicyOf(input.transferPolicy),
    origin: originOf(input.origin),
  });
}

/**
 * The fields after `changes`: only what is given is touched, `null` clears. A new start moves the end of a term and the
 * first day of those who were there from the start. Broken as in `completeRecord`, with `changeTerms`.
 */
export function changeRecord(before: WrittenFields, changes: ContractChanges): Outcome<WrittenFields> {
  const given = <Kept, Given>(field: ContractField, kept: Kept, value: () => Given): Kept | Given =>
    changes[field] === undefined ? kept : value();
  const unchanged = <Value>(value: Value): Outcome<Value> => ({ ok: true, value });
  const ruled = allOf<Ruled>({
    terms: changeTerms(before, changes),
    distance: given("distance", unchanged(before.distance), () => completeDistance(changes.distance)),
    engineHours: given("engineHours", unchanged(before.engineHours), () =>
      completeHours(changes.engineHours),
    ),
    price: given("price", unchanged(before.price), () => completePrice(changes.price)),
  });
  if (!ruled.ok) return ruled;
  const { terms, distance, engineHours, price } = ruled.value;
  return withPaid<WrittenFields>({
    storeId: changes.storeId ?? before.storeId,
    vehicleId: changes.vehicleId ?? before.vehicleId,
    type: changes.type ?? before.type,
    contractNumber: given("contractNumber", before.contractNumber, () => changes.contractNumber ?? null),
    description: given("description", before.description, () => changes.description ?? null),
    notes: given("notes", before.notes, () => changes.notes ?? null),
    providerId: given("providerId", before.providerId, () => changes.providerId ?? null),
    plan: given("plan", before.plan, () => changes.plan ?? null),
    parties: given("parties", followStart(before.parties, before.startDate, terms.startDate), () =>
      partiesOf(changes.parties, terms.startDate),
    ),
    saleDate: given("saleDate", before.saleDate, () => changes.saleDate ?? null),
    ...terms,
    waitingDays: given("waitingDays", before.waitingDays, () => changes.waitingDays ?? 0),
    awaitingProvider: given(
      "awaitingProvider",
      before.awaitingProvider,
      () => changes.awaitingProvider ?? false,
    ),
    distance,
    engineHours,
    coverage: given("coverage", before.coverage, () => coverageOf(changes.coverage)),
    allowances: given("allowances", before.allowances, () => allowancesOf(changes.allowances)),
    deductible: given("deductible", before.deductible, () => deductibleOf(changes.deductible)),
    price,
    paid: given("paid", before.paid, () => changes.paid ?? null),
    refundRuleSet: given("refundRuleSet", before.refundRuleSet, () => changes.refundRuleSet ?? null),
    transferPolicy: given("transferPolicy", before.transferPolicy, () =>
      transferPolicyOf(changes.transferPolicy),
    ),
    origin: given("origin", before.origin, () => originOf(changes.origin)),
  });
}

const partiesOf = (given: ContractInput["parties"], startDate: string | null): ContractParty[] =>
  (given ?? []).map(({ role, partyId, from, to }) => ({
    role,
    partyId,
    from: from ?? startDate,
    to: to ?? null,
  }));

export const coverageOf = (given: ContractInput["coverage"]): CoverageLine[] =>
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

export const allowancesOf = (given: ContractInput["allowances"]): Allowance[] =>
  (given ?? []).map((line) => ({
    code: line.code,
    description: line.description ?? null,
    quantity: line.quantity,
    dueAfterMonths: line.dueAfterMonths ?? null,
    dueAfterDistance: line.dueAfterDistance ?? null,
  }));

export const deductibleOf = (given: ContractInput["deductible"]): Deductible =>
  !given || given.kind === "NONE"
    ? { kind: "NONE" }
    : { kind: given.kind, amount: given.amount, waivedAtSellingStore: given.waivedAtSellingStore ?? false };

export const transferPolicyOf = (given: ContractInput["transferPolicy"]): TransferPolicy | null =>
  given?.kind === "ON_REQUEST" ? { ...given, fee: given.fee ?? null } : (given ?? null);

const originOf = (given: ContractInput["origin"]): Origin => ({
  sourceSystem: given?.sourceSystem ?? "NATIVE",
  externalReferences: given?.externalReferences ?? [],
});

/** The written fields out of a whole contract. */
export function writtenFields(contract: Contract): WrittenFields {
  const {
    contractId: _id,
    version: _version,
    status: _status,
    effectiveStatus: _effective,
    predecessorId: _predecessor,
    successorId: _successor,
    cancellation: _cancellation,
    remaining: _remaining,
    createdAt: _created,
    updatedAt: _updated,
    ...record
  } = contract;
  return record;
}
