import { longestDistance } from "@vehicle-contracts/contract-model";
import type { FieldError, FieldErrors, FieldValues, Resolver } from "react-hook-form";

const readings = ["odometer", "hours"] as const;
type Readings = Record<(typeof readings)[number], number | string | null>;

/** A figure that the register has of no vehicle: nothing is asked with it. */
export const isTooHigh = (figure: number | string | null | undefined): boolean =>
  typeof figure === "number" && figure > longestDistance;

/** Says under the odometer and the engine hours that a figure is too high, for a form that asks while one types. */
export const readingResolver = <Form extends FieldValues & Readings>(): Resolver<Form> => {
  const fault: FieldError = { type: "TOO_BIG", message: `Must be at most ${longestDistance}.` };
  return (values) => {
    const faults = readings.filter((name) => isTooHigh(values[name])).map((name) => [name, fault]);
    if (faults.length === 0) return { values, errors: {} };
    // both names are fields of the form
    return { values: {}, errors: Object.fromEntries(faults) as FieldErrors<Form> };
  };
};
