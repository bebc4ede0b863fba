"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import type {
  ContractPage,
  ContractRead,
  Problem,
  Readings,
  RevisionActor,
  Vehicle,
} from "@vehicle-contracts/contract-model";
import { useTRPC, useTRPCClient } from "../../../trpc/browser.tsx";
import { newKey } from "../../../trpc/correlation.ts";
import { problemOf } from "../../../trpc/errors.ts";
import { deviceNow } from "../../../ui/wall-clock.ts";
import { useDesk } from "../../session/desk-context.tsx";
import { contractAsRead, vehicleAsRead, withHours, withOdometer } from "./after-reading.ts";
import type { ReadingEntry } from "./reading-form.ts";

/** Why a reading was not recorded; the odometer may have been, where the hours after it were not. */
export type ReadingRefusal = { problem: Problem; keptOdometer: boolean };

class ReadingError extends Error {
  readonly refusal: ReadingRefusal;
  constructor(refusal: ReadingRefusal) {
    super(refusal.problem.message);
    this.refusal = refusal;
  }
}

type Outcome = { onRecorded: () => void; onRefused: (refusal: ReadingRefusal) => void };

/**
 * Records what was read: it shows at once in the vehicle, its readings and what its contracts have left, and is taken back
 * when the server refuses.
 */
export function useRecordReading(vehicleId: string, { onRecorded, onRefused }: Outcome) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const { session, store, stores } = useDesk();
  const storeId = (store ?? stores[0])?.storeId ?? null;
  const vehicles = trpc.vehicles.pathFilter();
  const contracts = trpc.contracts.pathFilter();
  const readAgain = () =>
    Promise.all([queryClient.invalidateQueries(vehicles), queryClient.invalidateQueries(contracts)]);

  function show(entry: ReadingEntry): void {
    const readingsKey = trpc.vehicles.readings.queryKey({ vehicleId });
    const vehicleKey = trpc.vehicles.get.queryKey({ vehicleId });
    const before = queryClient.getQueryData<Readings>(readingsKey);
    const vehicle = queryClient.getQueryData<Vehicle>(vehicleKey);
    if (!before || !vehicle) return;
    const { userId, name } = session.user;
    const after = readingsAfter(before, entry, { kind: "USER", id: userId, name, onBehalfOf: null });
    const read = vehicleAsRead(vehicle, after);
    queryClient.setQueryData(readingsKey, after);
    queryClient.setQueryData(vehicleKey, read);
    queryClient.setQueriesData<ContractRead>(
      trpc.contracts.get.pathFilter(),
      (contract) => contract && contractAsRead(contract, read),
    );
    queryClient.setQueriesData<ContractPage>(
      trpc.contracts.list.pathFilter(),
      (page) => page && { ...page, items: page.items.map((contract) => contractAsRead(contract, read)) },
    );
  }

  return useMutation({
    mutationFn: async ({
      date,
      source,
      odometer,
      unit,
      correction,
      hours,
      hoursCorrection,
    }: ReadingEntry) => {
      if (date === null) return;
      const asked = { vehicleId, date, source, storeId };
      let keptOdometer = false;
      try {
        if (odometer !== null) {
          await client.vehicles.recordOdometer.mutate({
            ...asked,
            odometer: { value: odometer, unit },
            correction,
          });
          keptOdometer = true;
        }
        if (hours !== null)
          await client.vehicles.recordHours.mutate({ ...asked, hours, correction: hoursCorrection });
      } catch (error) {
        throw new ReadingError({ problem: problemOf(error), keptOdometer });
      }
    },
    onMutate: async (entry) => {
      await Promise.all([queryClient.cancelQueries(vehicles), queryClient.cancelQueries(contracts)]);
      const before = [...queryClient.getQueriesData(vehicles), ...queryClient.getQueriesData(contracts)];
      show(entry);
      return { before };
    },
    onError: (error, _entry, shown) => {
      for (const [key, data] of shown?.before ?? []) queryClient.setQueryData(key, data);
      onRefused(
        error instanceof ReadingError ? error.refusal : { problem: problemOf(error), keptOdometer: false },
      );
      // what stood in the way may have been recorded meanwhile
      return readAgain();
    },
    onSuccess: () => {
      onRecorded();
      return readAgain();
    },
  });
}

function readingsAfter(before: Readings, entry: ReadingEntry, recordedBy: RevisionActor): Readings {
  const { date, source, odometer, unit, hours } = entry;
  if (date === null) return before;
  const shared = { date, source, recordedBy, recordedAt: deviceNow(), withdrawn: false };
  const read =
    odometer === null
      ? before
      : withOdometer(before, {
          ...shared,
          readingId: newKey(),
          value: odometer,
          unit,
          correction: entry.correction,
        });
  return hours === null
    ? read
    : withHours(read, { ...shared, readingId: newKey(), value: hours, correction: entry.hoursCorrection });
}
