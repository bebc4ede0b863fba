"use client";

import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import type { Vehicle } from "@vehicle-contracts/contract-model";
import { useTRPC } from "../../../trpc/browser.tsx";
import { vehicleById, vehicleList } from "../queries.ts";
import { useVehicleFormState } from "./vehicle-form-context.tsx";

const wait = 250;

/** Another vehicle of the group that has the number that is typed; null where there is none, or while it is not known. */
export function useVinOwner(): Vehicle | null {
  const { base, verdict, taken } = useVehicleFormState();
  const trpc = useTRPC();
  const isGood = verdict.result !== "ERROR" && verdict.vin !== base?.vin;
  const [sought] = useDebouncedValue(isGood ? verdict.vin : "", wait);
  const { data: found } = useQuery({ ...vehicleList(trpc, { search: sought }), enabled: sought !== "" });
  const { data: told } = useQuery({
    ...vehicleById(trpc, taken?.vehicleId ?? ""),
    enabled: taken !== null,
  });
  const others = [...(found?.items ?? []), ...(told ? [told] : [])];
  return (
    (isGood && others.find(({ vin, vehicleId }) => vin === verdict.vin && vehicleId !== base?.vehicleId)) ||
    null
  );
}
