"use client";

import type { Party } from "@vehicle-contracts/contract-model";
import { useRef, useState } from "react";
import { presentationOf, problemOf } from "../../../trpc/errors.ts";
import { idempotencyKeyOf } from "../../../trpc/idempotency-key.ts";
import { showFailure } from "../../../trpc/show-problem.ts";
import { toast } from "../../../ui/floating/toast.tsx";
import { useCreateCustomer } from "../mutations.ts";
import { type CustomerForm, textOf } from "./form-values.ts";
import type { CustomerFormState } from "./use-customer-form.ts";
import type { PartyWritten } from "./written.ts";

/** Adds the customer of the form: once, however often one presses; a retry after a lost answer is the same call. */
export function useMakeCustomer({ attempt, showFaults }: CustomerFormState, onMade: (party: Party) => void) {
  const create = useCreateCustomer();
  const isUnderWay = useRef(false);
  const [isMaking, setIsMaking] = useState(false);

  const send = async (written: PartyWritten, { formKey, consentSource }: CustomerForm) => {
    if (isUnderWay.current) return;
    const asked = {
      party: written,
      consentSource: Object.values(written.consent).some(Boolean) ? textOf(consentSource) : null,
    };
    isUnderWay.current = true;
    setIsMaking(true);
    try {
      const { party } = await create.mutateAsync({
        idempotencyKey: idempotencyKeyOf(formKey, asked),
        ...asked,
      });
      toast.done(`${party.name} is added`, undefined, formKey);
      onMade(party);
    } catch (error) {
      const problem = problemOf(error);
      isUnderWay.current = false;
      setIsMaking(false);
      if (presentationOf(problem) === "fields" && showFaults(problem)) return;
      showFailure(problem, formKey);
    }
  };
  return {
    isMaking,
    make: () => {
      if (!isUnderWay.current) void attempt((written, values) => void send(written, values));
    },
  };
}
