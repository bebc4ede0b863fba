"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Vehicle, VehicleChanges } from "@vehicle-contracts/contract-model";
import { useTRPC } from "../../trpc/browser.tsx";
import { pageWithVehicle, type VehiclePage, withVehicleChanges } from "./cache.ts";

/** Makes a vehicle. The key makes a retry the same call. */
export function useCreateVehicle() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return useMutation(
    trpc.vehicles.create.mutationOptions({
      onSuccess: ({ vehicle }) => {
        queryClient.setQueryData(trpc.vehicles.get.queryKey({ vehicleId: vehicle.vehicleId }), vehicle);
        return queryClient.invalidateQueries(trpc.vehicles.list.pathFilter());
      },
    }),
  );
}

/** Changes a vehicle: shown at once on its page and in every list, taken back when the server refuses. */
export function useUpdateVehicle() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const vehicles = trpc.vehicles.pathFilter();
  return useMutation(
    trpc.vehicles.update.mutationOptions({
      onMutate: async ({ vehicleId, changes }) => {
        await queryClient.cancelQueries(vehicles);
        const before = queryClient.getQueriesData(vehicles);
        const key = trpc.vehicles.get.queryKey({ vehicleId });
        const read = queryClient.getQueryData<Vehicle>(key);
        if (read) {
          const changed = withVehicleChanges(read, changes as VehicleChanges);
          queryClient.setQueryData(key, changed);
          queryClient.setQueriesData<VehiclePage>(trpc.vehicles.list.pathFilter(), (page) =>
            pageWithVehicle(page, changed),
          );
        }
        return { before };
      },
      onError: (_error, _input, shown) => {
        for (const [key, data] of shown?.before ?? []) queryClient.setQueryData(key, data);
      },
      onSuccess: ({ vehicle }) => {
        queryClient.setQueryData(trpc.vehicles.get.queryKey({ vehicleId: vehicle.vehicleId }), vehicle);
        // contracts show the vehicle in short
        return Promise.all([
          queryClient.invalidateQueries(vehicles),
          queryClient.invalidateQueries(trpc.contracts.pathFilter()),
        ]);
      },
    }),
  );
}
