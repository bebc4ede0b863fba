"use client";

import type { ContractInput } from "@vehicle-contracts/contract-model";
import { useRouter } from "next/navigation";
import { routes } from "../../../routes.ts";
import { presentationOf, problemOf } from "../../../trpc/errors.ts";
import { idempotencyKeyOf } from "../../../trpc/idempotency-key.ts";
import { showFailure } from "../../../trpc/show-problem.ts";
import { useMaking } from "../../../ui/fields/use-making.ts";
import { toast } from "../../../ui/floating/toast.tsx";
import { contractName } from "../contract-name.ts";
import { useCreateContract } from "../mutations.ts";
import type { Making } from "./check-form.ts";
import { laterContractCheck } from "./later-contract-check.ts";
import { saleOf } from "./plan/chosen-plan.ts";
import type { GoodContract, useContractForm } from "./use-contract-form.ts";

const done: Readonly<Record<Making, string>> = {
  DRAFT: "Saved as draft",
  PENDING: "Sold",
  ACTIVE: "Taken over",
};

/** Makes the contract of the form: once, however often one presses; a retry after a lost answer is the same call. */
export function useMakeContract({ state, draft, attempt, showFaults }: ReturnType<typeof useContractForm>) {
  const router = useRouter();
  const create = useCreateContract();
  const { pending, make } = useMaking<Making>(laterContractCheck);

  /** Answers whether it is made. */
  const send = async ({ record, values }: GoodContract, status: Making): Promise<boolean> => {
    const { origin: _origin, ...fields } = record;
    const contract: ContractInput = {
      ...(values.byPlan && status !== "ACTIVE" ? saleOf(record, values.byPlan) : fields),
      status,
    };
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
      return true;
    } catch (error) {
      const problem = problemOf(error);
      if (presentationOf(problem) !== "fields" || !showFaults(problem)) showFailure(problem, values.formKey);
      return false;
    }
  };
  return {
    pending,
    make: (status: Making) =>
      void make(
        status,
        () => attempt(status),
        (good) => send(good, status),
      ),
  };
}
