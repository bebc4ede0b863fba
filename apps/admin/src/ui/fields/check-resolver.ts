import { toNestErrors } from "@hookform/resolvers";
import type { ProblemField } from "@vehicle-contracts/contract-model";
import type { FieldError, FieldErrors, FieldValues, Resolver } from "react-hook-form";
import type { LaterCheck } from "./later-check.ts";

/** Checks a form by what is loaded apart. `faultsOf`: what it has against the values, on the form's paths. */
export function checkResolver<Values extends FieldValues, Check>(
  check: LaterCheck<Check>,
  faultsOf: (check: Check, values: Values) => readonly ProblemField[],
): Resolver<Values> {
  return async (values, _context, options) => {
    const there = await check.demand();
    if (there === null) return { values: {}, errors: { root: { type: "unchecked" } } as FieldErrors<Values> };
    const faults = faultsOf(there, values);
    if (faults.length === 0) return { values, errors: {} };
    const byPath = faults.map(({ path, code, message }): [string, FieldError] => [
      path,
      { type: code, message },
    ]);
    return { values: {}, errors: toNestErrors(Object.fromEntries(byPath), options) };
  };
}
