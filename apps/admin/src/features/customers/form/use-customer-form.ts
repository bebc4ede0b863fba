"use client";

import { toNestErrors } from "@hookform/resolvers";
import type { Problem } from "@vehicle-contracts/contract-model";
import { useState } from "react";
import { type FieldError, type Resolver, useForm } from "react-hook-form";
import { putOnFields } from "../../../trpc/form-problem.ts";
import { useRecheck } from "../../../ui/fields/use-recheck.ts";
import { checkForm } from "./check-form.ts";
import { formPathOf } from "./form-path.ts";
import type { CustomerForm } from "./form-values.ts";
import type { PartyWritten } from "./written.ts";

const resolver: Resolver<CustomerForm> = (values, _context, options) => {
  const outcome = checkForm(values);
  if (outcome.ok) return { values, errors: {} };
  const faults = outcome.fields.map(({ path, code, message }): [string, FieldError] => [
    path,
    { type: code, message },
  ]);
  return { values: {}, errors: toNestErrors(Object.fromEntries(faults), options) };
};

/** The form of a customer, checked by the model's schema. */
export function useCustomerForm(defaults: CustomerForm) {
  const [isAttempted, setIsAttempted] = useState(false);
  const form = useForm<CustomerForm>({ defaultValues: defaults, resolver });
  useRecheck(form, isAttempted);
  return {
    form,
    /** Looks at everything and, where nothing is wrong, goes on; else focuses the first fault. */
    attempt: (onGood: (written: PartyWritten, values: CustomerForm) => void) => {
      setIsAttempted(true);
      return form.handleSubmit((values) => {
        const outcome = checkForm(values);
        if (outcome.ok) onGood(outcome.value, values);
      })();
    },
    /** Puts a server's faults on their fields; false where one found none. */
    showFaults: (problem: Problem) =>
      putOnFields(form, problem, (path) => formPathOf(form.getValues(), path)),
  };
}

export type CustomerFormState = ReturnType<typeof useCustomerForm>;
