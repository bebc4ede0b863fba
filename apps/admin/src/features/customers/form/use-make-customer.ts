"use client";

import type { Party } from "@vehicle-contracts/contract-model";
import { presentationOf, problemOf } from "../../../trpc/errors.ts";
import { idempotencyKeyOf } from "../../../trpc/idempotency-key.ts";
import { showFailure } from "../../../trpc/show-problem.ts";
import { useMaking } from "../../../ui/fields/use-making.ts";
import { toast } from "../../../ui/floating/toast.tsx";
import { useCreateCustomer } from "../mutations.ts";
import { textOf } from "./form-values.ts";
import { laterCustomerCheck } from "./later-customer-check.ts";
import type { CustomerFormState, GoodCustomer } from "./use-customer-form.ts";

/** Adds the customer of the form: once, however often one presses; a retry after a lost answer is the same call. */
export function useMakeCustomer({ attempt, showFaults }: CustomerFormState, onMade: (party: Party) => void) {
  const create = useCreateCustomer();
  const { pending, make } = useMaking<"added">(laterCustomerCheck);

  /** Answers whether they are added. */
  const send = async ({ written, values: { formKey, consentSource } }: GoodCustomer): Promise<boolean> => {
    const asked = {
      party: written,
      consentSource: Object.values(written.consent).some(Boolean) ? textOf(consentSource) : null,
    };
    try {
      const { party } = await create.mutateAsync({
        idempotencyKey: idempotencyKeyOf(formKey, asked),
        ...asked,
      });
      toast.done(`${party.name} is added`, undefined, formKey);
      onMade(party);
      return true;
    } catch (error) {
      const problem = problemOf(error);
      if (presentationOf(problem) !== "fields" || !showFaults(problem)) showFailure(problem, formKey);
      return false;
    }
  };
  return { isMaking: pending !== null, make: () => void make("added", attempt, send) };
}
