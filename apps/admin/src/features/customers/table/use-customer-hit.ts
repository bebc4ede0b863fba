"use client";

import { useQueryClient } from "@tanstack/react-query";
import { routes } from "../../../routes.ts";
import { useTRPC } from "../../../trpc/browser.tsx";
import { useOnlyHit } from "../../../ui/data-table/use-only-hit.ts";
import { customerList } from "../queries.ts";
import { sought } from "../search-params.ts";
import type { CustomersList } from "./use-customers-list.ts";

/** Enter in the search box: the only customer found is opened. */
export function useCustomerHit(list: CustomersList) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const find = async (text: string) => {
    const options = customerList(trpc, list.questionFor(text), { sort: list.asked.sort });
    const page = await queryClient.fetchQuery(options).catch(() => null);
    return page?.items.map(({ partyId }) => routes.customer(partyId)) ?? null;
  };
  const hit = useOnlyHit(find, list.shown.question.search);
  return { ...hit, open: (text: string) => hit.open(sought(text)) };
}
