"use client";

import { toNestErrors } from "@hookform/resolvers";
import type { Problem } from "@vehicle-contracts/contract-model";
import { useState } from "react";
import { type FieldError, type FieldPath, type Resolver, useForm } from "react-hook-form";
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
  // fields that come and go (names, addresses) are not in the form's order for react-hook-form, so it does not choose
  const form = useForm<CustomerForm>({ defaultValues: defaults, resolver, shouldFocusError: false });
  useRecheck(form, isAttempted);
  return {
    form,
    /** Looks at everything and, where nothing is wrong, goes on; else focuses the first fault. */
    attempt: (onGood: (written: PartyWritten, values: CustomerForm) => void) => {
      setIsAttempted(true);
      const look = () => {
        const values = form.getValues();
        const outcome = checkForm(values);
        if (outcome.ok) return onGood(outcome.value, values);
        const [first] = outcome.fields;
        // its path is one of the form's
        if (first) form.setFocus(first.path as FieldPath<CustomerForm>);
      };
      return form.handleSubmit(look, look)();
    },
    /** Puts a server's faults on their fields; false where one found none. */
    showFaults: (problem: Problem) =>
      putOnFields(form, problem, (path) => formPathOf(form.getValues(), path)),
  };
}

export type CustomerFormState = ReturnType<typeof useCustomerForm>;
