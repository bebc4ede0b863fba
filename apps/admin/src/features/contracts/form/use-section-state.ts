"use client";

import { useFormState } from "react-hook-form";
import { faultsOf } from "../../../ui/fields/form-faults.ts";
import { useContractFormState } from "./contract-form-context.tsx";

/** How a section stands: faulty where a field of it is, else done where what it asks is there. `fields`: the first steps of its paths. */
export function useSectionState(fields: readonly string[], isDone: boolean): "done" | "faulty" | "open" {
  const { form } = useContractFormState();
  const { errors } = useFormState({ control: form.control });
  const isFaulty = faultsOf(errors).some(({ path }) => fields.includes(path.split(".")[0] ?? path));
  if (isFaulty) return "faulty";
  return isDone ? "done" : "open";
}
