import type { DistanceUnit, Price } from "@vehicle-contracts/contract-model";
import type { ContractForm } from "./form-values.ts";

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
