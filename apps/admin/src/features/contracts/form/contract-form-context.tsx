"use client";

import type { Contract, ContractField, Vehicle } from "@vehicle-contracts/contract-model";
import { createContext, useContext } from "react";
import type { UseFormReturn } from "react-hook-form";
import type { Around } from "./check-form.ts";
import type { ContractForm } from "./form-values.ts";

export type ContractFormState = {
  form: UseFormReturn<ContractForm>;
  /** What the form began from; null for a new contract. */
  base: Contract | null;
  vehicle: Vehicle | null;
  /** What holds at the store that is chosen. */
  around: Around;
  /** Why a field cannot be changed; undefined where it can. */
  fixed: (field: ContractField) => string | undefined;
};

const Context = createContext<ContractFormState | null>(null);

export const ContractFormProvider = Context.Provider;

/** The form that a section belongs to. */
export function useContractFormState(): ContractFormState {
  const state = useContext(Context);
  if (!state) throw new Error("A section stands outside of a contract's form.");
  return state;
}
