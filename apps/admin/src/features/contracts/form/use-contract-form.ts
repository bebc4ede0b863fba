"use client";

import { useQuery } from "@tanstack/react-query";
import type { Contract, Problem } from "@vehicle-contracts/contract-model";
import type { WrittenFields } from "@vehicle-contracts/contract-rules";
import { useRef, useState } from "react";
import { useForm, useFormState, useWatch } from "react-hook-form";
import { useTRPC } from "../../../trpc/browser.tsx";
import { putOnFields } from "../../../trpc/form-problem.ts";
import { beganFrom } from "../../../ui/fields/began-from.ts";
import { checkResolver } from "../../../ui/fields/check-resolver.ts";
import { useDeviceDraft } from "../../../ui/fields/use-device-draft.ts";
import { useRecheck } from "../../../ui/fields/use-recheck.ts";
import { useLoaded } from "../../../ui/later/use-loaded.ts";
import { deviceNow } from "../../../ui/wall-clock.ts";
import { useDesk } from "../../session/desk-context.tsx";
import { vehicleById } from "../../vehicles/queries.ts";
import type { Around, Making, Wanted } from "./check-form.ts";
import type { ContractFormState } from "./contract-form-context.tsx";
import { fixedReason } from "./fixed.ts";
import { formPathOf } from "./form-path.ts";
import type { ContractForm } from "./form-values.ts";
import { laterContractCheck } from "./later-contract-check.ts";

/** What may be sent: the contract that was written, the values it was written in, and what the form began from. */
export type GoodContract = { record: WrittenFields; values: ContractForm; base: Contract | null };

/** The form of a contract: checked by the schema and the rules, kept on the device. `record` names it for the draft, `opened` is what is changed. */
export function useContractForm(defaults: ContractForm, record: string, opened: Contract | null = null) {
  const desk = useDesk();
  const trpc = useTRPC();
  const wanted = useRef<Wanted>({ status: "DRAFT" });
  const [isAttempted, setIsAttempted] = useState(false);

  const resolver = checkResolver(laterContractCheck, ({ checkForm }, values: ContractForm) => {
    const outcome = checkForm(values, aroundOf(values), wanted.current);
    return outcome.ok ? [] : outcome.fields;
  });
  const form = useForm<ContractForm>({ defaultValues: defaults, resolver });
  const draft = useDeviceDraft(form, `${desk.session.user.userId}:${record}`, deviceNow);
  useRecheck(form, isAttempted);

  const { control } = form;
  const [storeId, vehicleId, kept, correction] = useWatch({
    control,
    name: ["storeId", "vehicleId", "base", "correction.on"],
  });
  const { isDirty } = useFormState({ control });
  const check = useLoaded(laterContractCheck, isDirty);
  const base = beganFrom(kept, opened, check?.contractIn);
  const vehicle =
    useQuery({ ...vehicleById(trpc, vehicleId ?? ""), enabled: vehicleId !== null }).data ?? null;

  function aroundOf(values: Pick<ContractForm, "storeId">): Around {
    const store = desk.stores.find((candidate) => candidate.storeId === values.storeId);
    return {
      unit: store?.distanceUnit ?? desk.unit,
      currency: store?.currency ?? desk.currency,
      today: store?.today ?? desk.today,
      readings: { latestOdometer: vehicle?.latestOdometer, latestHours: vehicle?.latestHours?.value },
    };
  }
  const state: ContractFormState = {
    form,
    base,
    vehicle,
    around: aroundOf({ storeId }),
    fixed: (field) => (base === null ? undefined : fixedReason(base, field, correction)),
  };
  return {
    state,
    draft,
    /**
     * Looks at everything for what is wanted, a status or a change of what the form began from: answers what may be sent where
     * nothing is wrong, else null, and focuses the first fault.
     */
    attempt: async (what: Making | "CHANGE"): Promise<GoodContract | null> => {
      const there = await laterContractCheck.demand();
      if (there === null) return null;
      const began = beganFrom(form.getValues("base"), opened, there.contractIn);
      const now = what === "CHANGE" ? began && { change: began } : { status: what };
      if (now === null) return null;
      wanted.current = now;
      setIsAttempted(true);
      let good: GoodContract | null = null;
      await form.handleSubmit((values) => {
        const outcome = there.checkForm(values, aroundOf(values), now);
        if (outcome.ok) good = { record: outcome.value, values, base: began };
      })();
      return good;
    },
    /** Puts a server's faults on their fields; false where one found none. */
    showFaults: (problem: Problem) =>
      putOnFields(form, problem, (path) => formPathOf(form.getValues(), path)),
  };
}
