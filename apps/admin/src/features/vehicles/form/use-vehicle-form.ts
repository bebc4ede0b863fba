"use client";

import { toNestErrors } from "@hookform/resolvers";
import type { Problem } from "@vehicle-contracts/contract-model";
import { useState } from "react";
import { type FieldError, type Resolver, useForm, useWatch } from "react-hook-form";
import { putOnFields } from "../../../trpc/form-problem.ts";
import { useDeviceDraft } from "../../../ui/fields/use-device-draft.ts";
import { useRecheck } from "../../../ui/fields/use-recheck.ts";
import { deviceNow } from "../../../ui/wall-clock.ts";
import { useDesk } from "../../session/desk-context.tsx";
import { type Around, baseOf, type Checked, checkForm, verdictOf } from "./check-form.ts";
import type { VehicleForm } from "./form-values.ts";
import type { VehicleFormState } from "./vehicle-form-context.tsx";

/** The form of a vehicle: checked by the schema and the rules, kept on the device. `record` names it for the draft. */
export function useVehicleForm(
  defaults: VehicleForm,
  { record, instead }: { record: string; instead: VehicleFormState["instead"] },
) {
  const desk = useDesk();
  const [isAttempted, setIsAttempted] = useState(false);
  const [taken, setTaken] = useState<VehicleFormState["taken"]>(null);

  const aroundOf = (storeId: string | null): Around => {
    const store = desk.stores.find((candidate) => candidate.storeId === storeId);
    return {
      policy: store?.vinPolicy ?? "strict",
      unit: store?.distanceUnit ?? desk.unit,
      today: store?.today ?? desk.today,
    };
  };
  const resolver: Resolver<VehicleForm> = (values, _context, options) => {
    const outcome = checkForm(values, aroundOf(values.storeId));
    if (outcome.ok) return { values, errors: {} };
    const faults = outcome.fields.map(({ path, code, message }): [string, FieldError] => [
      path,
      { type: code, message },
    ]);
    return { values: {}, errors: toNestErrors(Object.fromEntries(faults), options) };
  };
  const form = useForm<VehicleForm>({ defaultValues: defaults, resolver });
  const draft = useDeviceDraft(form, `${desk.session.user.userId}:${record}`, deviceNow);
  useRecheck(form, isAttempted);

  const { control } = form;
  const [storeId, kept, vin, isLegacy, modelYear] = useWatch({
    control,
    name: ["storeId", "base", "vin", "isLegacy", "modelYear"],
  });
  const around = aroundOf(storeId);
  const state: VehicleFormState = {
    form,
    base: baseOf({ base: kept }),
    around,
    verdict: verdictOf({ base: kept, vin, isLegacy, modelYear }, around.policy),
    taken,
    instead,
  };
  return {
    state,
    draft,
    /** Looks at everything and, where nothing is wrong, goes on; else focuses the first fault. */
    attempt: (onGood: (checked: Checked, values: VehicleForm) => void) => {
      setIsAttempted(true);
      return form.handleSubmit((values) => {
        const checked = checkForm(values, aroundOf(values.storeId));
        if (checked.ok) onGood(checked.value, values);
      })();
    },
    /** Puts a server's faults on their fields; false where one found none. */
    showFaults: (problem: Problem, number: string) => {
      if (problem.code === "DUPLICATE" && problem.existingId !== null)
        setTaken({ vin: number, vehicleId: problem.existingId });
      return putOnFields(form, problem);
    },
  };
}
