"use client";

import type { Problem, Vehicle } from "@vehicle-contracts/contract-model";
import { useState } from "react";
import { useForm, useFormState, useWatch } from "react-hook-form";
import { putOnFields } from "../../../trpc/form-problem.ts";
import { beganFrom } from "../../../ui/fields/began-from.ts";
import { checkResolver } from "../../../ui/fields/check-resolver.ts";
import { useDeviceDraft } from "../../../ui/fields/use-device-draft.ts";
import { useRecheck } from "../../../ui/fields/use-recheck.ts";
import { useLoaded } from "../../../ui/later/use-loaded.ts";
import { deviceNow } from "../../../ui/wall-clock.ts";
import { useDesk } from "../../session/desk-context.tsx";
import type { Around, Checked } from "./check-form.ts";
import type { VehicleForm } from "./form-values.ts";
import { laterVehicleCheck } from "./later-vehicle-check.ts";
import type { VehicleFormState } from "./vehicle-form-context.tsx";
import { verdictOf } from "./verdict.ts";

/** What may be sent: the vehicle and its first reading, the values they were written in, and what the form began from. */
export type GoodVehicle = { checked: Checked; values: VehicleForm; base: Vehicle | null };

type VehicleFormKind = {
  /** Names it for the draft. */
  record: string;
  instead: VehicleFormState["instead"];
  /** The vehicle that is changed; null for a new one. */
  opened: Vehicle | null;
};

/** The form of a vehicle: checked by the schema and the rules, kept on the device. */
export function useVehicleForm(defaults: VehicleForm, { record, instead, opened }: VehicleFormKind) {
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
  const resolver = checkResolver(laterVehicleCheck, ({ checkForm }, values: VehicleForm) => {
    const outcome = checkForm(values, aroundOf(values.storeId));
    return outcome.ok ? [] : outcome.fields;
  });
  const form = useForm<VehicleForm>({ defaultValues: defaults, resolver });
  const draft = useDeviceDraft(form, `${desk.session.user.userId}:${record}`, deviceNow);
  useRecheck(form, isAttempted);

  const { control } = form;
  const [storeId, kept, vin, isLegacy, modelYear] = useWatch({
    control,
    name: ["storeId", "base", "vin", "isLegacy", "modelYear"],
  });
  const around = aroundOf(storeId);
  const { isDirty } = useFormState({ control });
  const check = useLoaded(laterVehicleCheck, isDirty);
  const base = beganFrom(kept, opened, check?.vehicleIn);
  const state: VehicleFormState = {
    form,
    base,
    around,
    verdict: verdictOf({ vin, isLegacy, modelYear }, base, around.policy),
    taken,
    instead,
  };
  return {
    state,
    draft,
    /** Looks at everything: answers what may be sent where nothing is wrong, else null, and focuses the first fault. */
    attempt: async (): Promise<GoodVehicle | null> => {
      const there = await laterVehicleCheck.demand();
      if (there === null) return null;
      setIsAttempted(true);
      let good: GoodVehicle | null = null;
      await form.handleSubmit((values) => {
        const outcome = there.checkForm(values, aroundOf(values.storeId));
        const began = beganFrom(values.base, opened, there.vehicleIn);
        if (outcome.ok) good = { checked: outcome.value, values, base: began };
      })();
      return good;
    },
    /** Puts a server's faults on their fields; false where one found none. */
    showFaults: (problem: Problem, number: string) => {
      if (problem.code === "DUPLICATE" && problem.existingId !== null)
        setTaken({ vin: number, vehicleId: problem.existingId });
      return putOnFields(form, problem);
    },
  };
}
