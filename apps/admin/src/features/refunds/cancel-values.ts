import type { CancelledBy, ContractRead, RefundQuote } from "@vehicle-contracts/contract-model";
import type { Inputs } from "../../trpc/trpc-types.ts";
import { isTooHigh } from "../vehicles/reading-limits.ts";

/** What is typed to ask for a quote; text where it cannot be read. */
export type CancelValues = {
  cancelDate: string | null;
  odometer: number | string | null;
  hours: number | string | null;
  cancelledBy: CancelledBy;
  reason: string | null;
};

type Asked = Omit<Inputs["refunds"]["quote"], "contractId" | "version">;
type Unit = "KM" | "MI";

/** The unit that the odometer is typed in: as it was read last, else as the contract counts, else the store's. */
export function odometerUnit(contract: Pick<ContractRead, "vehicle" | "distance">, ofStore: Unit): Unit {
  const { vehicle, distance } = contract;
  return vehicle.latestOdometer?.unit ?? (distance.kind === "limited" ? distance.limit.unit : ofStore);
}

/** What the form begins with: today and nothing more, or what the last quote was asked with. */
export function beginning(contract: ContractRead, last: RefundQuote | null, unit: Unit): CancelValues {
  const { today } = contract.store;
  const { latestOdometer, latestHours } = contract.vehicle;
  const inputs = last?.inputs;
  const asTyped = inputs?.odometer?.unit === unit ? inputs.odometer.value : null;
  return {
    cancelDate: last?.state === "OPEN" ? (inputs?.cancelDate ?? today) : today,
    odometer:
      last?.state === "OPEN" ? asTyped : latestOdometer?.date === today ? latestOdometer.value : asTyped,
    hours:
      last?.state === "OPEN"
        ? (inputs?.hours ?? null)
        : latestHours?.date === today
          ? latestHours.value
          : (inputs?.hours ?? null),
    cancelledBy: inputs?.cancelledBy ?? "CUSTOMER",
    reason: inputs?.reason ?? null,
  };
}

type Limits = Pick<ContractRead, "distance" | "engineHours">;

export const asksForOdometer = ({ distance }: Limits): boolean => distance.kind !== "unlimited";
export const asksForHours = ({ engineHours }: Limits): boolean => engineHours.kind !== "unlimited";

const isDate = (text: string | null): text is string => text !== null && /^\d{4}-\d\d-\d\d$/.test(text);
const figure = (value: number | string | null) => (typeof value === "number" ? value : null);

/** What is asked of the server; null while something that a quote needs is missing, too high or cannot be read. */
export function askedOf(values: CancelValues, contract: Limits, unit: Unit): Asked | null {
  const { cancelDate, cancelledBy } = values;
  const reason = values.reason?.trim() ?? "";
  const odometer = figure(values.odometer);
  const hours = figure(values.hours);
  if (!isDate(cancelDate) || reason === "") return null;
  if (typeof values.odometer === "string" || typeof values.hours === "string") return null;
  if (isTooHigh(odometer) || isTooHigh(hours)) return null;
  if (contract.distance.kind === "limited" && odometer === null) return null;
  if (contract.engineHours.kind === "limited" && hours === null) return null;
  return {
    cancelDate,
    cancelledBy,
    reason,
    odometer: odometer === null || !asksForOdometer(contract) ? null : { value: odometer, unit },
    hours: asksForHours(contract) ? hours : null,
  };
}

/** Whether a quote was asked with just this, and holds: then nothing that it rests on has changed. */
export function answers(quote: RefundQuote, asked: Asked): boolean {
  const { inputs } = quote;
  return (
    quote.state === "OPEN" &&
    inputs.cancelDate === asked.cancelDate &&
    inputs.cancelledBy === asked.cancelledBy &&
    inputs.reason === asked.reason &&
    inputs.hours === (asked.hours ?? null) &&
    inputs.odometer?.value === asked.odometer?.value &&
    inputs.odometer?.unit === asked.odometer?.unit
  );
}

/** What is typed to confirm what cannot be undone: the contract's number, else what the vehicle is known by. */
export const confirmation = ({
  contractNumber,
  vehicle,
}: Pick<ContractRead, "contractNumber" | "vehicle">): string =>
  contractNumber ?? vehicle.licensePlate ?? vehicle.vin.slice(-6);
