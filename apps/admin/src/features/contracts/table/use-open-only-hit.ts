"use client";

import { useQueryClient } from "@tanstack/react-query";
import { routes } from "../../../routes.ts";
import { useTRPC } from "../../../trpc/browser.tsx";
import { useOnlyHit } from "../../../ui/data-table/use-only-hit.ts";
import { scanned } from "../../vehicles/scanned.ts";
import { contractList } from "../queries.ts";
import type { ContractsList } from "./use-contracts-list.ts";

/** Enter in the search box, or a scanner's: the only contract found is opened. */
export function useOpenOnlyHit(list: ContractsList) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const find = async (sought: string) => {
    const options = contractList(trpc, list.questionFor(sought), { sort: list.asked.sort });
    const page = await queryClient.fetchQuery(options).catch(() => null);
    return page?.items.map(({ contractId }) => routes.contract(contractId)) ?? null;
  };
  const hit = useOnlyHit(find, list.shown.question.search);
  return { ...hit, open: (text: string) => hit.open(scanned(text)) };
}
