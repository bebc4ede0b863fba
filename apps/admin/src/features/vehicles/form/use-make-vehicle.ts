"use client";

import { useQueryClient } from "@tanstack/react-query";
import type { Vehicle } from "@vehicle-contracts/contract-model";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useTRPC, useTRPCClient } from "../../../trpc/browser.tsx";
import { presentationOf, problemOf } from "../../../trpc/errors.ts";
import { idempotencyKeyOf } from "../../../trpc/idempotency-key.ts";
import { showFailure } from "../../../trpc/show-problem.ts";
import { useMaking } from "../../../ui/fields/use-making.ts";
import { toast } from "../../../ui/floating/toast.tsx";
import { useCreateVehicle } from "../mutations.ts";
import type { FirstReading } from "./check-form.ts";
import { laterVehicleCheck } from "./later-vehicle-check.ts";
import type { GoodVehicle, useVehicleForm } from "./use-vehicle-form.ts";

/** Makes the vehicle of the form, then records its first reading: once, however often one presses. `nextOf`: where one goes on. */
export function useMakeVehicle(
  { state, draft, attempt, showFaults }: ReturnType<typeof useVehicleForm>,
  nextOf: (vehicleId: string) => Route,
) {
  const router = useRouter();
  const create = useCreateVehicle();
  const record = useRecordFirst();
  const { pending, make } = useMaking<"added">(laterVehicleCheck);

  /** Answers whether it is added. */
  const send = async ({ checked: { vehicle, reading }, values }: GoodVehicle): Promise<boolean> => {
    try {
      const { storeId } = values;
      const idempotencyKey = idempotencyKeyOf(values.formKey, { vehicle, storeId });
      const made = await create.mutateAsync({ idempotencyKey, vehicle, storeId });
      const isRecorded = reading === null || (await record(made.vehicle, reading, storeId));
      draft.forget();
      // nothing typed is left to ask about
      state.form.reset(values);
      const warnings = made.warnings.map(({ message }) => message).join(" ");
      toast.done("Vehicle added", warnings || undefined, values.formKey);
      if (!isRecorded)
        toast.failed("The first reading was not recorded", "Record it on the page of the vehicle.");
      router.push(nextOf(made.vehicle.vehicleId));
      return true;
    } catch (error) {
      const problem = problemOf(error);
      if (presentationOf(problem) !== "fields" || !showFaults(problem, vehicle.vin))
        showFailure(problem, values.formKey);
      return false;
    }
  };
  return { isMaking: pending !== null, make: () => void make("added", attempt, send) };
}

/** Records what a new vehicle's meters say; false where that failed. The vehicle is there in any case. */
function useRecordFirst() {
  const client = useTRPCClient();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return async ({ vehicleId }: Vehicle, reading: FirstReading, storeId: string | null): Promise<boolean> => {
    const { odometer, hours, date, source } = reading;
    const asked = { vehicleId, date, source, storeId };
    try {
      if (odometer) await client.vehicles.recordOdometer.mutate({ ...asked, odometer });
      if (hours !== null) await client.vehicles.recordHours.mutate({ ...asked, hours });
      return true;
    } catch {
      return false;
    } finally {
      await queryClient.invalidateQueries(trpc.vehicles.pathFilter());
    }
  };
}
