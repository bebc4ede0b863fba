"use client";

import type { Party } from "@vehicle-contracts/contract-model";
import { useRef, useState } from "react";
import { presentationOf, problemOf } from "../../../trpc/errors.ts";
import { idempotencyKeyOf } from "../../../trpc/idempotency-key.ts";
import { showFailure } from "../../../trpc/show-problem.ts";
import { toast } from "../../../ui/floating/toast.tsx";
import { useCreateCustomer } from "../mutations.ts";
import { textOf } from "./form-values.ts";
import { laterCustomerCheck } from "./later-customer-check.ts";
import type { CustomerFormState, GoodCustomer } from "./use-customer-form.ts";

/** Adds the customer of the form: once, however often one presses; a retry after a lost answer is the same call. */
export function useMakeCustomer({ attempt, showFaults }: CustomerFormState, onMade: (party: Party) => void) {
  const create = useCreateCustomer();
  const isUnderWay = useRef(false);
  const [isMaking, setIsMaking] = useState(false);

  /** Answers whether they are added. */
  const send = async ({ written, values: { formKey, consentSource } }: GoodCustomer): Promise<boolean> => {
    const asked = {
      party: written,
      consentSource: Object.values(written.consent).some(Boolean) ? textOf(consentSource) : null,
    };
    setIsMaking(true);
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
  const make = async () => {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    // the check is on its way
    if (laterCustomerCheck.now().value === null) setIsMaking(true);
    let isMade = false;
    try {
      const good = await attempt();
      isMade = good !== null && (await send(good));
    } finally {
      if (!isMade) {
        isUnderWay.current = false;
        setIsMaking(false);
      }
    }
  };
  return { isMaking, make: () => void make() };
}
