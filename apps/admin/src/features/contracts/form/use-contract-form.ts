"use client";

import { toNestErrors } from "@hookform/resolvers";
import { useQuery } from "@tanstack/react-query";
import { Contract, type Problem } from "@vehicle-contracts/contract-model";
import { useRef, useState } from "react";
import { type FieldError, type Resolver, useForm, useWatch } from "react-hook-form";
import { useTRPC } from "../../../trpc/browser.tsx";
import { putOnFields } from "../../../trpc/form-problem.ts";
import { useDeviceDraft } from "../../../ui/fields/use-device-draft.ts";
import { useRecheck } from "../../../ui/fields/use-recheck.ts";
import { deviceNow } from "../../../ui/wall-clock.ts";
import { useDesk } from "../../session/desk-context.tsx";
import { vehicleById } from "../../vehicles/queries.ts";
import { type Around, checkForm, type Wanted } from "./check-form.ts";
import type { ContractFormState } from "./contract-form-context.tsx";
import { fixedReason } from "./fixed.ts";
import { formPathOf } from "./form-path.ts";
import type { ContractForm } from "./form-values.ts";

/** A draft of an older day may hold something else: what cannot be read is not what the form began from. */
const baseOf = (values: Pick<ContractForm, "base">): Contract | null => {
  const read = Contract.safeParse(values.base);
  return read.success ? read.data : null;
};

/** The form of a contract: checked by the schema and the rules, kept on the device. `record` names it for the draft. */
export function useContractForm(defaults: ContractForm, record: string) {
  const desk = useDesk();
  const trpc = useTRPC();
  const wanted = useRef<Wanted>({ status: "DRAFT" });
  const [isAttempted, setIsAttempted] = useState(false);

  const resolver: Resolver<ContractForm> = (values, _context, options) => {
    const outcome = checkForm(values, aroundOf(values), wanted.current);
    if (outcome.ok) return { values, errors: {} };
    const faults = outcome.fields.map(({ path, code, message }): [string, FieldError] => [
      path,
      { type: code, message },
    ]);
    return { values: {}, errors: toNestErrors(Object.fromEntries(faults), options) };
  };
  const form = useForm<ContractForm>({ defaultValues: defaults, resolver });
  const draft = useDeviceDraft(form, `${desk.session.user.userId}:${record}`, deviceNow);
  useRecheck(form, isAttempted);

  const { control } = form;
  const [storeId, vehicleId, kept, correction] = useWatch({
    control,
    name: ["storeId", "vehicleId", "base", "correction.on"],
  });
  const base = baseOf({ base: kept });
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
    /** Looks at everything for what is wanted and, where nothing is wrong, goes on; else focuses the first fault. */
    attempt: (what: Wanted, onGood: (values: ContractForm) => void) => {
      wanted.current = what;
      setIsAttempted(true);
      return form.handleSubmit(onGood)();
    },
    /** Puts a server's faults on their fields; false where one found none. */
    showFaults: (problem: Problem) =>
      putOnFields(form, problem, (path) => formPathOf(form.getValues(), path)),
  };
}
