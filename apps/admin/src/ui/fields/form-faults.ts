import type { FieldErrors, FieldValues } from "react-hook-form";

export type Fault = { path: string; message: string };

/** The faults of a form as a flat list, in the form's order: `parties.0.partyId`. */
export function faultsOf(errors: FieldErrors<FieldValues>, above = ""): Fault[] {
  return Object.entries(errors).flatMap(([step, error]) => {
    const path = above ? `${above}.${step}` : step;
    if (typeof error !== "object" || error === null || step === "ref") return [];
    if ("message" in error && typeof error.message === "string" && error.message !== "")
      return [{ path, message: error.message }];
    return faultsOf(error as FieldErrors<FieldValues>, path);
  });
}
