import {
  type Contract,
  ContractInput,
  type DistanceUnit,
  type Price,
  type ProblemField,
  problemFields,
} from "@vehicle-contracts/contract-model";
import {
  changedFields,
  completeRecord,
  type Outcome,
  type WrittenFields,
} from "@vehicle-contracts/contract-rules";
import { formPathOf } from "./form-path.ts";
import { type ContractForm, formOf } from "./form-values.ts";

/** What holds at the contract's store: the unit and the currency of what has none of its own. */
export type Local = { unit: DistanceUnit; currency: string };

/** The currency of a form's amounts: that of the price as kept, else the store's. */
export const currencyOf = (values: Pick<ContractForm, "price">, local: Local): string =>
  values.price.kept?.currency ?? local.currency;

export const unitOf = (values: Pick<ContractForm, "distance">, local: Pick<Local, "unit">): DistanceUnit =>
  values.distance.unit ?? local.unit;

/** What is required and not given is left out, so that the schema says so. */
const required = <Value>(value: Value | null): Value | undefined => value ?? undefined;

const inOf = <Value, Made>(value: Value | null, make: (value: Value) => Made): Made | null =>
  value === null ? null : make(value);

function endOf({ endBy, termMonths, endDate }: ContractForm) {
  if (endBy === "open") return { openEnded: true, termMonths: null, endDate: null };
  return endBy === "term"
    ? { openEnded: false, termMonths, endDate: null }
    : { openEnded: false, termMonths: null, endDate };
}

function priceOf({ price }: ContractForm, currency: string): Partial<Price> | null {
  const { basis, taxRate, kept } = price;
  const entered = basis === "gross" ? price.grossMinor : price.netMinor;
  if (entered === null) return null;
  const keptAmount = basis === "gross" ? kept?.grossMinor : kept?.netMinor;
  if (kept && keptAmount === entered && String(kept.taxRate) === String(taxRate ?? 0)) return kept;
  const amount = basis === "gross" ? { grossMinor: entered } : { netMinor: entered };
  return { ...amount, ...(taxRate !== null && { taxRate }), currency };
}

/** The form as it is sent, whether it is right or not. */
export function inputOf(values: ContractForm, local: Local) {
  const currency = currencyOf(values, local);
  const unit = unitOf(values, local);
  const { plan, distance, engineHours, deductible } = values;
  return {
    storeId: required(values.storeId),
    vehicleId: required(values.vehicleId),
    type: required(values.type),
    contractNumber: values.contractNumber,
    description: values.description,
    notes: values.notes,
    providerId: values.providerId,
    plan:
      plan.code === null && plan.version === null
        ? null
        : { code: required(plan.code), version: required(plan.version) },
    parties: values.parties
      .filter((party) => party.partyId !== null)
      .map(({ role, partyId, from, to }) => ({ role, partyId, from: from ?? values.startDate, to })),
    saleDate: values.saleDate,
    startDate: values.startDate,
    ...endOf(values),
    waitingDays: values.waitingDays ?? 0,
    awaitingProvider: values.awaitingProvider,
    distance:
      distance.kind === "limited"
        ? {
            kind: distance.kind,
            startOdometer: { value: required(distance.startOdometer), unit },
            limit: { value: required(distance.limit), unit },
          }
        : { kind: distance.kind },
    engineHours:
      engineHours.kind === "limited"
        ? {
            kind: engineHours.kind,
            startHours: required(engineHours.startHours),
            limit: required(engineHours.limit),
          }
        : { kind: engineHours.kind },
    coverage: values.coverage.map(({ odometerUnit, currency: own, typedIn: _typedIn, ...line }) => ({
      ...line,
      endOdometer: inOf(line.endOdometer, (value) => ({ value, unit: odometerUnit ?? unit })),
      maximumAmount: inOf(line.maximumAmount, (amountMinor) => ({ amountMinor, currency: own ?? currency })),
    })),
    allowances: values.allowances.map(({ distanceUnit, quantity, ...line }) => ({
      ...line,
      quantity: required(quantity),
      dueAfterDistance: inOf(line.dueAfterDistance, (value) => ({ value, unit: distanceUnit ?? unit })),
    })),
    deductible:
      deductible.kind === "NONE"
        ? { kind: deductible.kind }
        : {
            kind: deductible.kind,
            amount: {
              amountMinor: required(deductible.amount),
              currency: deductible.currency ?? currency,
            },
            waivedAtSellingStore: deductible.waivedAtSellingStore,
          },
    price: priceOf(values, currency),
  };
}

const nativeOrigin = { sourceSystem: "NATIVE", externalReferences: [] } as const satisfies Contract["origin"];

/**
 * The form's contract in full, by the schema and the rules of terms, distance, hours and price; else what is wrong, on
 * the form's own paths. `origin` is not in the form and stays.
 */
export function recordOf(
  values: ContractForm,
  local: Local,
  origin: Contract["origin"] = { ...nativeOrigin, externalReferences: [] },
): Outcome<WrittenFields> {
  const given = inputOf(values, local);
  const parsed = ContractInput.safeParse(given);
  if (!parsed.success) return { ok: false, fields: onForm(values, problemFields(parsed.error, given)) };
  const record = completeRecord({ ...parsed.data, origin });
  return record.ok ? record : { ok: false, fields: onForm(values, record.fields) };
}

/**
 * The contract that the form began from with what differs in the form, field by field. What is the same as the form would
 * have had it from the start stays as it was kept, to the letter.
 */
export function changedRecord(values: ContractForm, local: Local, base: Contract): Outcome<WrittenFields> {
  const record = recordOf(values, local, base.origin);
  const began = recordOf(formOf(base, ""), local, base.origin);
  if (!record.ok || !began.ok) return record;
  const changed = changedFields(began.value, record.value);
  return {
    ok: true,
    value: { ...base, ...Object.fromEntries(changed.map((field) => [field, record.value[field]])) },
  };
}

/** Faults of the wire's paths on the form's own. */
export const onForm = (values: ContractForm, fields: readonly ProblemField[]): ProblemField[] =>
  fields.map((field) => ({ ...field, path: formPathOf(values, field.path) }));
