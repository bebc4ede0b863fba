"use client";

import { createContext, useContext } from "react";
import { type UseFormReturn, useFormState } from "react-hook-form";
import { faultsOf } from "../../../ui/fields/form-faults.ts";
import type { PlanForm } from "./plan-form.ts";

type PlanFormState = { form: UseFormReturn<PlanForm>; isNew: boolean };

const Context = createContext<PlanFormState | null>(null);
export const PlanFormProvider = Context.Provider;

/** The form that a section belongs to. */
export function usePlanForm(): PlanFormState {
  const state = useContext(Context);
  if (!state) throw new Error("A section stands outside of a plan's form.");
  return state;
}

/** How a section stands: faulty where a field of it is. `fields`: the first steps of its paths. */
export function usePlanSection(fields: readonly string[], isDone: boolean): "done" | "faulty" | "open" {
  const { errors } = useFormState({ control: usePlanForm().form.control });
  const isFaulty = faultsOf(errors).some(({ path }) => fields.includes(path.split(".")[0] ?? path));
  if (isFaulty) return "faulty";
  return isDone ? "done" : "open";
}
