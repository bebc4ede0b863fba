"use client";

import { useQueries } from "@tanstack/react-query";
import type { ContractRead } from "@vehicle-contracts/contract-model";
import { useTRPC } from "../../../trpc/browser.tsx";
import { contractHistory } from "../../contracts/queries.ts";
import { useDesk } from "../../session/desk-context.tsx";
import { cancelledOn, cancelledToDate } from "../cancelled-on.ts";

/** The day on which each cancelled contract was cancelled, out of its history; one whose day is not known yet is left out. */
export function useCancelledOn(contracts: readonly ContractRead[]): ReadonlyMap<string, string> {
  const trpc = useTRPC();
  const { stores, timeZone } = useDesk();
  const cancelled = cancelledToDate(contracts);
  const answers = useQueries({
    queries: cancelled.map(({ contractId }) => contractHistory(trpc, contractId)),
  });
  return new Map(
    cancelled.flatMap(({ contractId, storeId }, place): [string, string][] => {
      const zone = stores.find((store) => store.storeId === storeId)?.timeZone ?? timeZone;
      const day = cancelledOn(answers[place]?.data, zone);
      return day === null ? [] : [[contractId, day]];
    }),
  );
}
