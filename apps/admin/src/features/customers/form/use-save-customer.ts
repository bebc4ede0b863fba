"use client";

import type { Party, ProblemField } from "@vehicle-contracts/contract-model";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { routes } from "../../../routes.ts";
import { presentationOf, problemOf } from "../../../trpc/errors.ts";
import { showFailure } from "../../../trpc/show-problem.ts";
import { toast } from "../../../ui/floating/toast.tsx";
import { useUpdateCustomer } from "../mutations.ts";
import { textOf } from "./form-values.ts";
import { laterCustomerCheck } from "./later-customer-check.ts";
import type { CustomerFormState } from "./use-customer-form.ts";
import { changesBetween, type PartyWritten, writtenOf } from "./written.ts";

/** Somebody was faster: what is kept now, what was typed, and what the server said against what was joined. */
export type Met = { theirs: Party; mine: PartyWritten; refused: readonly ProblemField[] };

/** Saves what differs, at the version of `base` that the form began from; meets a conflict, and saves what was joined of it. */
export function useSaveCustomer(
  { form, attempt, showFaults }: CustomerFormState,
  { base, forget }: { base: Party; forget: () => void },
) {
  const router = useRouter();
  const update = useUpdateCustomer();
  const isUnderWay = useRef(false);
  const [isSaving, setIsSaving] = useState(false);
  const [met, setMet] = useState<Met | null>(null);

  const leave = () => {
    forget();
    // nothing typed is left to ask about
    form.reset(form.getValues());
    setMet(null);
    router.push(routes.customer(base.partyId));
  };

  /** `before` is what the record is compared with, and whose version is sent; `mine` what was typed, whatever was joined. */
  const send = async (before: Party, record: PartyWritten, mine: PartyWritten) => {
    if (isUnderWay.current) return;
    const { partyId, version } = before;
    const changes = changesBetween(writtenOf(before), record);
    if (Object.keys(changes).length === 0) {
      toast.done("Nothing has changed", "The customer is as before; nothing was sent.");
      if (met) leave();
      return;
    }
    const source = changes.consent ? textOf(form.getValues("consentSource")) : null;
    isUnderWay.current = true;
    setIsSaving(true);
    try {
      const saved = await update.mutateAsync({
        partyId,
        version,
        changes,
        ...(source !== null && { consentSource: source }),
      });
      toast.done(`Saved as version ${saved.party.version}`, undefined, partyId);
      leave();
    } catch (error) {
      const problem = problemOf(error);
      const theirs =
        problem.code === "STALE_VERSION"
          ? (await laterCustomerCheck.demand())?.partyIn(problem.current)
          : null;
      if (theirs) setMet({ theirs, mine, refused: [] });
      else if (presentationOf(problem) === "fields" && met) setMet({ ...met, refused: problem.fields });
      else if (presentationOf(problem) !== "fields" || !showFaults(problem))
        showFailure(problem, before.partyId);
    } finally {
      isUnderWay.current = false;
      setIsSaving(false);
    }
  };
  const save = async () => {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    // the check is on its way
    if (laterCustomerCheck.now().value === null) setIsSaving(true);
    const good = await attempt().finally(() => {
      isUnderWay.current = false;
      setIsSaving(false);
    });
    if (good?.base) await send(good.base, good.written, good.written);
  };
  return {
    isSaving,
    met,
    save: () => void save(),
    saveJoined: (record: PartyWritten) => {
      if (met) void send(met.theirs, record, met.mine);
    },
    backToEditing: () => setMet(null),
    /** Nothing typed is kept any more; the customer is shown as they are. */
    discard: leave,
  };
}

export type Saving = ReturnType<typeof useSaveCustomer>;
