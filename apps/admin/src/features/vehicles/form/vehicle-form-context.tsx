"use client";

import type { Vehicle } from "@vehicle-contracts/contract-model";
import type { VinVerdict } from "@vehicle-contracts/contract-rules";
import type { Route } from "next";
import { createContext, useContext } from "react";
import type { UseFormReturn } from "react-hook-form";
import type { Around } from "./check-form.ts";
import type { VehicleForm } from "./form-values.ts";

export type VehicleFormState = {
  form: UseFormReturn<VehicleForm>;
  /** What the form began from; null for a new vehicle. */
  base: Vehicle | null;
  around: Around;
  verdict: VinVerdict;
  /** Another vehicle that has this number already, as the server said. */
  taken: { vin: string; vehicleId: string } | null;
  /** Where another vehicle is taken up instead: its page, or the form that waits for one. */
  instead: { label: string; hrefOf: (vehicleId: string) => Route };
};

const Context = createContext<VehicleFormState | null>(null);

export const VehicleFormProvider = Context.Provider;

/** The form that a section belongs to. */
export function useVehicleFormState(): VehicleFormState {
  const state = useContext(Context);
  if (!state) throw new Error("A section stands outside of a vehicle's form.");
  return state;
}
