"use client";

import type { ProblemField, Vehicle } from "@vehicle-contracts/contract-model";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { routes } from "../../../routes.ts";
import { presentationOf, problemOf } from "../../../trpc/errors.ts";
import { showFailure } from "../../../trpc/show-problem.ts";
import { toast } from "../../../ui/floating/toast.tsx";
import { useUpdateVehicle } from "../mutations.ts";
import { laterVehicleCheck } from "./later-vehicle-check.ts";
import type { useVehicleForm } from "./use-vehicle-form.ts";
import { changesBetween, type VehicleWritten, writtenOf } from "./written.ts";

/** Somebody was faster: what is kept now, and what was typed. */
export type Met = { theirs: Vehicle; mine: VehicleWritten; refused: readonly ProblemField[] };

/** Saves what differs, at the version the form began from; meets a conflict, and saves what was joined of it. */
export function useSaveVehicle({ state, draft, attempt, showFaults }: ReturnType<typeof useVehicleForm>) {
  const { base, form } = state;
  const router = useRouter();
  const update = useUpdateVehicle();
  const isUnderWay = useRef(false);
  const [isSaving, setIsSaving] = useState(false);
  const [met, setMet] = useState<Met | null>(null);

  const leave = (vehicleId: string) => {
    draft.forget();
    form.reset(form.getValues());
    setMet(null);
    router.push(routes.vehicle(vehicleId));
  };

  /** `before` is what the record is compared with, and whose version is sent; `mine` what was typed, whatever was joined. */
  const send = async (before: Vehicle, record: VehicleWritten, mine: VehicleWritten) => {
    if (isUnderWay.current) return;
    const { vehicleId, version } = before;
    const changes = changesBetween(writtenOf(before, before.vinKind), record);
    if (Object.keys(changes).length === 0) {
      toast.done("Nothing has changed", "The vehicle is as it was; nothing was sent.");
      if (met) leave(vehicleId);
      return;
    }
    isUnderWay.current = true;
    setIsSaving(true);
    try {
      const storeId = form.getValues("storeId");
      const saved = await update.mutateAsync({ vehicleId, version, changes, storeId });
      const warnings = saved.warnings.map(({ message }) => message).join(" ");
      toast.done(`Saved as version ${saved.vehicle.version}`, warnings || undefined, vehicleId);
      leave(vehicleId);
    } catch (error) {
      const problem = problemOf(error);
      const theirs =
        problem.code === "STALE_VERSION"
          ? (await laterVehicleCheck.demand())?.vehicleIn(problem.current)
          : null;
      if (theirs) setMet({ theirs, mine, refused: [] });
      else if (presentationOf(problem) === "fields" && met) setMet({ ...met, refused: problem.fields });
      else if (presentationOf(problem) !== "fields" || !showFaults(problem, record.number.vin))
        showFailure(problem, before.vehicleId);
    } finally {
      isUnderWay.current = false;
      setIsSaving(false);
    }
  };
  const save = async () => {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    // the check is on its way
    if (laterVehicleCheck.now().value === null) setIsSaving(true);
    const good = await attempt().finally(() => {
      isUnderWay.current = false;
      setIsSaving(false);
    });
    if (good?.base) await send(good.base, good.checked.written, good.checked.written);
  };
  return {
    isSaving,
    met,
    save: () => void save(),
    saveJoined: (record: VehicleWritten) => {
      if (met) void send(met.theirs, record, met.mine);
    },
    backToEditing: () => setMet(null),
    /** Nothing typed is kept any more; the vehicle is shown as it is. */
    discard: () => {
      if (base) leave(base.vehicleId);
    },
  };
}
