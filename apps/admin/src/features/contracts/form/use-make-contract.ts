"use client";

import type { ContractInput } from "@vehicle-contracts/contract-model";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { routes } from "../../../routes.ts";
import { presentationOf, problemOf } from "../../../trpc/errors.ts";
import { idempotencyKeyOf } from "../../../trpc/idempotency-key.ts";
import { showFailure } from "../../../trpc/show-problem.ts";
import { toast } from "../../../ui/floating/toast.tsx";
import { contractName } from "../contract-name.ts";
import { useCreateContract } from "../mutations.ts";
import { checkForm } from "./check-form.ts";
import type { ContractForm } from "./form-values.ts";
import type { Making } from "./review-panel.tsx";
import type { useContractForm } from "./use-contract-form.ts";

const done: Readonly<Record<Making, string>> = {
  DRAFT: "Saved as draft",
  PENDING: "Sold",
  ACTIVE: "Taken over",
};

/** Makes the contract of the form: once, however often one presses; a retry after a lost answer is the same call. */
export function useMakeContract({ state, draft, attempt, showFaults }: ReturnType<typeof useContractForm>) {
  const router = useRouter();
  const create = useCreateContract();
  const isUnderWay = useRef(false);
  const [pending, setPending] = useState<Making | null>(null);

  const send = async (values: ContractForm, status: Making) => {
    const record = checkForm(values, state.around, { status });
    if (!record.ok || isUnderWay.current) return;
    const { origin: _origin, ...fields } = record.value;
    const contract: ContractInput = { ...fields, status };
    isUnderWay.current = true;
    setPending(status);
    try {
      const key = idempotencyKeyOf(values.formKey, contract);
      const made = await create.mutateAsync({ idempotencyKey: key, contract });
      draft.forget();
      // nothing typed is left to ask about
      state.form.reset(values);
      const name = contractName({ ...made.contract, vehicle: state.vehicle });
      const warnings = made.warnings.map(({ message }) => message).join(" ");
      toast.done(`${done[status]}: ${name}`, warnings || undefined, values.formKey);
      router.push(routes.contract(made.contract.contractId));
    } catch (error) {
      const problem = problemOf(error);
      isUnderWay.current = false;
      setPending(null);
      if (presentationOf(problem) === "fields" && showFaults(problem)) return;
      showFailure(problem, values.formKey);
    }
  };
  return {
    pending,
    make: (status: Making) => {
      if (!isUnderWay.current) void attempt({ status }, (values) => void send(values, status));
    },
  };
}
