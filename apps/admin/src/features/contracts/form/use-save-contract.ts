"use client";

import type {
  ChangedSince,
  Contract,
  ContractChanges,
  ProblemField,
} from "@vehicle-contracts/contract-model";
import { changedFields, type WrittenFields } from "@vehicle-contracts/contract-rules";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { routes } from "../../../routes.ts";
import { presentationOf, problemOf } from "../../../trpc/errors.ts";
import { showFailure } from "../../../trpc/show-problem.ts";
import { toast } from "../../../ui/floating/toast.tsx";
import { deviceNow } from "../../../ui/wall-clock.ts";
import { useUpdateContract } from "../mutations.ts";
import { laterContractCheck } from "./later-contract-check.ts";
import type { useContractForm } from "./use-contract-form.ts";

/** Somebody was faster: what is kept now, what was typed, who changed what. */
export type Met = {
  theirs: Contract;
  mine: WrittenFields;
  changedSince: readonly ChangedSince[];
  metAt: string;
  refused: readonly ProblemField[];
};

const changesBetween = (before: Contract, after: WrittenFields): ContractChanges =>
  Object.fromEntries(changedFields(before, after).map((field) => [field, after[field]]));

/** Saves what differs, at the version the form began from; meets a conflict, and saves what was joined of it. */
export function useSaveContract({ state, draft, attempt, showFaults }: ReturnType<typeof useContractForm>) {
  const { base, form } = state;
  const router = useRouter();
  const update = useUpdateContract();
  const isUnderWay = useRef(false);
  const [isSaving, setIsSaving] = useState(false);
  const [met, setMet] = useState<Met | null>(null);

  const leave = (contractId: string) => {
    draft.forget();
    form.reset(form.getValues());
    setMet(null);
    router.push(routes.contract(contractId));
  };

  /** `before` is what the record is compared with, and whose version is sent; `mine` what was typed, whatever was joined. */
  const send = async (before: Contract, record: WrittenFields, mine: WrittenFields) => {
    const changes = changesBetween(before, record);
    if (isUnderWay.current) return;
    if (Object.keys(changes).length === 0) {
      toast.done("Nothing has changed", "The contract is as it was; nothing was sent.");
      if (met) leave(before.contractId);
      return;
    }
    const { on, reason } = form.getValues("correction");
    const { contractId, version } = before;
    isUnderWay.current = true;
    setIsSaving(true);
    try {
      const saved = await update.mutateAsync({
        contractId,
        version,
        changes,
        ...(on && { correction: { reason: reason.trim() } }),
      });
      const warnings = saved.warnings.map(({ message }) => message).join(" ");
      toast.done(`Saved as version ${saved.contract.version}`, warnings || undefined, contractId);
      leave(contractId);
    } catch (error) {
      const problem = problemOf(error);
      const theirs =
        problem.code === "STALE_VERSION"
          ? (await laterContractCheck.demand())?.contractIn(problem.current)
          : null;
      if (problem.code === "STALE_VERSION" && theirs) {
        const metAt = deviceNow();
        setMet({ theirs, mine, changedSince: problem.changedSince, metAt, refused: [] });
      } else if (presentationOf(problem) === "fields" && met) setMet({ ...met, refused: problem.fields });
      else if (presentationOf(problem) !== "fields" || !showFaults(problem))
        showFailure(problem, before.contractId);
    } finally {
      isUnderWay.current = false;
      setIsSaving(false);
    }
  };

  const save = async () => {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    // the check is on its way
    if (laterContractCheck.now().value === null) setIsSaving(true);
    const good = await attempt("CHANGE").finally(() => {
      isUnderWay.current = false;
      setIsSaving(false);
    });
    if (good?.base) await send(good.base, good.record, good.record);
  };
  return {
    isSaving,
    met,
    save: () => void save(),
    saveJoined: (record: WrittenFields) => {
      if (met) void send(met.theirs, record, met.mine);
    },
    backToEditing: () => setMet(null),
    /** Nothing typed is kept any more; the contract is shown as it is. */
    discard: () => {
      if (base) leave(base.contractId);
    },
  };
}
