import type { Contract, DistanceUnit, Vehicle } from "@vehicle-contracts/contract-model";
import { currencyOf, unitOf } from "./form-input.ts";
import { type ContractForm, inUnit, movedAmount, type TypedIn } from "./form-values.ts";

/** What a store decides of a contract that is not sold: unit and currency, and the day it is sold on. */
export type StoreOf = { unit: DistanceUnit; currency: string; today: string };

/** What follows the store in a form. */
export type FollowingStore = Pick<
  ContractForm,
  "price" | "deductible" | "coverage" | "allowances" | "distance" | "saleDate" | "startDate"
>;

/** The contract that is written: with a `base` it is a draft that was kept. */
type Written = { base: Pick<Contract, "price"> | null; vehicle: Pick<Vehicle, "latestOdometer"> | null };

/**
 * The form after another store was chosen while nothing is sold: amounts are in its currency, figure by figure, and each
 * keeps what it was typed in, for the form to say so. A new contract's distances go on in the store's unit, as far as
 * before, and dates that nobody chose in its day; those of a draft stay as they were agreed.
 */
export function followingStore(
  values: FollowingStore,
  { base, vehicle }: Written,
  before: StoreOf,
  after: StoreOf,
): FollowingStore {
  const priced = inCurrency(values, base, before, after);
  if (base) return withUnit(priced, before);
  const { saleDate, startDate } = priced;
  return {
    ...inStoresUnit(priced, vehicle, before, after),
    saleDate: saleDate === before.today ? after.today : saleDate,
    startDate: startDate === before.today ? after.today : startDate,
  };
}

/** The amount in another currency, and what it was first; back in that, it is just what it was. */
function moved(amount: number | null, first: TypedIn | null, from: string, to: string) {
  // what cannot be read is kept as text
  if (typeof amount !== "number") return { amount, typedIn: null };
  const isUntouched = first && movedAmount(first, from) === amount;
  const typedIn = isUntouched ? first : { amountMinor: amount, currency: from };
  return { amount: movedAmount(typedIn, to), typedIn: typedIn.currency === to ? null : typedIn };
}

function inCurrency(
  values: FollowingStore,
  base: Written["base"],
  before: StoreOf,
  after: StoreOf,
): FollowingStore {
  const { price, deductible, coverage } = values;
  const from = currencyOf({ price }, before);
  const to = after.currency;
  if (from === to) return values;
  const entered = price.basis === "gross" ? "grossMinor" : "netMinor";
  const priceNow = moved(price[entered], price.typedIn, from, to);
  const kept = base?.price?.currency === to ? base.price : null;
  const excess = moved(deductible.amount, deductible.typedIn, from, to);
  const isOf = (currency: string | null) => (currency ?? from) === from;
  return {
    ...values,
    price: { ...price, [entered]: priceNow.amount, typedIn: priceNow.typedIn, kept },
    deductible: isOf(deductible.currency) ? { ...deductible, currency: null, ...excess } : deductible,
    coverage: coverage.map((line) => {
      if (!isOf(line.currency)) return line;
      const { amount, typedIn } = moved(line.maximumAmount, line.typedIn, from, to);
      return { ...line, currency: null, maximumAmount: amount, typedIn };
    }),
  };
}

/** Distances that a draft names no unit for are in the unit that they were typed in. */
function withUnit(values: FollowingStore, before: StoreOf): FollowingStore {
  const { distance, coverage, allowances } = values;
  const figures = [
    distance.startOdometer,
    distance.limit,
    ...coverage.map((line) => line.endOdometer),
    ...allowances.map((line) => line.dueAfterDistance),
  ];
  return figures.some((figure) => figure !== null)
    ? { ...values, distance: { ...distance, unit: unitOf({ distance }, before) } }
    : values;
}

/** Without this a figure in miles would count as one in kilometres. */
function inStoresUnit(
  values: FollowingStore,
  vehicle: Written["vehicle"],
  before: StoreOf,
  after: StoreOf,
): FollowingStore {
  const { distance, coverage, allowances } = values;
  const from = unitOf({ distance }, before);
  const to = after.unit;
  if (from === to) return values;
  const asFar = (value: number | null) => (value === null ? null : inUnit({ value, unit: from }, to));
  const { startOdometer } = distance;
  const reading = vehicle?.latestOdometer ?? null;
  const isReading = reading !== null && startOdometer === inUnit(reading, from);
  return {
    ...values,
    distance: {
      ...distance,
      unit: to,
      // from the reading itself: what was rounded once is not rounded again
      startOdometer: isReading ? inUnit(reading, to) : asFar(startOdometer),
      limit: asFar(distance.limit),
    },
    coverage: coverage.map((line) =>
      line.odometerUnit === null ? { ...line, endOdometer: asFar(line.endOdometer) } : line,
    ),
    allowances: allowances.map((line) =>
      line.distanceUnit === null ? { ...line, dueAfterDistance: asFar(line.dueAfterDistance) } : line,
    ),
  };
}
