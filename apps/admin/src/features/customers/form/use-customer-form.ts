"use client";

import type { Party, Problem } from "@vehicle-contracts/contract-model";
import { useState } from "react";
import { type FieldPath, useForm, useFormState, useWatch } from "react-hook-form";
import { putOnFields } from "../../../trpc/form-problem.ts";
import { beganFrom } from "../../../ui/fields/began-from.ts";
import { checkResolver } from "../../../ui/fields/check-resolver.ts";
import { useRecheck } from "../../../ui/fields/use-recheck.ts";
import { useLoaded } from "../../../ui/later/use-loaded.ts";
import { formPathOf } from "./form-path.ts";
import type { CustomerForm } from "./form-values.ts";
import { laterCustomerCheck } from "./later-customer-check.ts";
import type { PartyWritten } from "./written.ts";

const resolver = checkResolver(laterCustomerCheck, ({ checkForm }, values: CustomerForm) => {
  const outcome = checkForm(values);
  return outcome.ok ? [] : outcome.fields;
});

/** What may be sent: the customer that was written, the values they were written in, and whom the form began from. */
export type GoodCustomer = { written: PartyWritten; values: CustomerForm; base: Party | null };

/** The form of a customer, checked by the model's schema. `opened`: who is changed; null for a new one. */
export function useCustomerForm(defaults: CustomerForm, opened: Party | null = null) {
  const [isAttempted, setIsAttempted] = useState(false);
  // fields that come and go (names, addresses) are not in the form's order for react-hook-form, so it does not choose
  const form = useForm<CustomerForm>({ defaultValues: defaults, resolver, shouldFocusError: false });
  useRecheck(form, isAttempted);
  const { isDirty } = useFormState({ control: form.control });
  const check = useLoaded(laterCustomerCheck, isDirty);
  // a draft began from the version of its day; one that cannot be read is compared with what is there
  const baseOf = (kept: unknown, read: ((value: unknown) => Party | null) | undefined) =>
    beganFrom(kept, opened, read) ?? opened;
  const kept = useWatch({ control: form.control, name: "base" });
  return {
    form,
    base: baseOf(kept, check?.partyIn),
    /** Looks at everything: answers what may be sent where nothing is wrong, else null, and focuses the first fault. */
    attempt: async (): Promise<GoodCustomer | null> => {
      const there = await laterCustomerCheck.demand();
      if (there === null) return null;
      setIsAttempted(true);
      let good: GoodCustomer | null = null;
      const look = () => {
        const values = form.getValues();
        const outcome = there.checkForm(values);
        if (outcome.ok) {
          good = { written: outcome.value, values, base: baseOf(values.base, there.partyIn) };
          return;
        }
        const [first] = outcome.fields;
        // its path is one of the form's
        if (first) form.setFocus(first.path as FieldPath<CustomerForm>);
      };
      await form.handleSubmit(look, look)();
      return good;
    },
    /** Puts a server's faults on their fields; false where one found none. */
    showFaults: (problem: Problem) =>
      putOnFields(form, problem, (path) => formPathOf(form.getValues(), path)),
  };
}

export type CustomerFormState = ReturnType<typeof useCustomerForm>;
