"use client";

import { useQueryClient } from "@tanstack/react-query";
import { routes } from "../../../routes.ts";
import { useTRPC } from "../../../trpc/browser.tsx";
import { useOnlyHit } from "../../../ui/data-table/use-only-hit.ts";
import { vehicleList } from "../queries.ts";
import { scanned } from "../scanned.ts";
import { questionOf } from "../search-params.ts";
import type { VehiclesList } from "./use-vehicles-list.ts";

/** Enter in the search box, or a scanner's: the only vehicle found is opened. */
export function useVehicleHit(list: VehiclesList) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const find = async (q: string) => {
    const options = vehicleList(trpc, questionOf({ q }), { sort: list.asked.sort });
    const page = await queryClient.fetchQuery(options).catch(() => null);
    return page?.items.map(({ vehicleId }) => routes.vehicle(vehicleId)) ?? null;
  };
  const hit = useOnlyHit(find, list.shown.question.search);
  return { ...hit, open: (text: string) => hit.open(scanned(text)) };
}
