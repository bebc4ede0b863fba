"use client";

import { useSuspenseQueries } from "@tanstack/react-query";
import type { ContractRead } from "@vehicle-contracts/contract-model";
import { useState, useTransition } from "react";
import { useTRPC } from "../../../trpc/browser.tsx";
import { type Group, groupOf, groupsOf } from "../../contracts/groups.ts";
import { vehicleContracts } from "../../contracts/queries.ts";

/** Which pages of the vehicle's contracts are shown, and how to ask for one more. */
export type ContractPages = {
  cursors: readonly (string | null)[];
  isLoadingMore: boolean;
  more: (cursor: string) => void;
};

/** The pages of a vehicle's contracts: the first, and more once they are asked for. What is shown stays meanwhile. */
export function useContractPages(): ContractPages {
  const [cursors, setCursors] = useState<readonly (string | null)[]>([null]);
  const [isLoadingMore, startLoading] = useTransition();
  return {
    cursors,
    isLoadingMore,
    more: (cursor) => startLoading(() => setCursors((before) => [...before, cursor])),
  };
}

export type VehicleContracts = {
  contracts: readonly ContractRead[];
  groups: readonly Group[];
  /** Where the next page begins; null where there is none. */
  nextCursor: string | null;
  /** Whether all that are not over are among them. */
  hasAllLiving: boolean;
};

/** The contracts of a vehicle, of all stores, as far as their pages are shown. */
export function useVehicleContracts(vehicleId: string, { cursors }: ContractPages): VehicleContracts {
  const trpc = useTRPC();
  const pages = useSuspenseQueries({
    queries: cursors.map((cursor) => vehicleContracts(trpc, vehicleId, cursor)),
  });
  const contracts = pages.flatMap(({ data }) => data.items);
  const nextCursor = pages.at(-1)?.data.nextCursor ?? null;
  const last = contracts.at(-1);
  return {
    contracts,
    groups: groupsOf(contracts),
    nextCursor,
    hasAllLiving: nextCursor === null || (last !== undefined && groupOf(last) === "over"),
  };
}
