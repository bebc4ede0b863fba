"use client";

import { useQueryClient } from "@tanstack/react-query";
import { isId, type Vehicle } from "@vehicle-contracts/contract-model";
import { useSearchParams } from "next/navigation";
import { useEffect, useEffectEvent } from "react";
import { useTRPC } from "../../../trpc/browser.tsx";
import { vehicleById } from "../../vehicles/queries.ts";
import type { ContractFormState } from "./contract-form-context.tsx";
import { takeVehicle } from "./take-vehicle.ts";

/**
 * Puts in the vehicle that the address names as `chosen`: it was made for this form meanwhile. Comes after the draft that is
 * taken up again, and the address then names it no more. The address is outside of React.
 */
export function useChosenVehicle({ form, around, fixed }: ContractFormState): void {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const named = useSearchParams().get("chosen");
  const chosen = named !== null && isId(named) ? named.toLowerCase() : null;
  const take = useEffectEvent((vehicle: Vehicle | null) => {
    if (vehicle && fixed("vehicleId") === undefined) takeVehicle(form, vehicle, around);
    nameNoMore();
  });
  const options = vehicleById(trpc, chosen ?? "");
  const read = useEffectEvent(() => queryClient.fetchQuery(options).catch(() => null));
  useEffect(() => {
    if (chosen === null) return undefined;
    let isThere = true;
    void read().then((vehicle) => isThere && take(vehicle));
    return () => {
      isThere = false;
    };
  }, [chosen]);
}

/** Without a step back in the history, and without asking the server. */
function nameNoMore(): void {
  const address = new URL(window.location.href);
  address.searchParams.delete("chosen");
  window.history.replaceState(null, "", address);
}
