"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { routes } from "../../../routes.ts";
import { useTRPC } from "../../../trpc/browser.tsx";
import { scanned } from "../../vehicles/scanned.ts";
import { contractList } from "../queries.ts";
import type { ContractsList } from "./use-contracts-list.ts";

/**
 * Enter in the search box: the only contract found is opened, of several the first row gets the focus once they are
 * there. Waits for the answer, since a scanner's Enter comes before the list has changed.
 */
export function useOpenOnlyHit(list: ContractsList) {
  const router = useRouter();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const latest = useRef("");
  /** What was sought when several were found: its rows are waited for. */
  const [several, setSeveral] = useState<string | null>(null);

  const open = async (text: string) => {
    const sought = scanned(text);
    latest.current = sought;
    if (sought === "") return;
    const options = contractList(trpc, list.questionFor(text), { sort: list.asked.sort });
    // what fails is shown by the table, which asks the same
    const page = await queryClient.fetchQuery(options).catch(() => null);
    if (!page || latest.current !== sought) return;
    const [only] = page.items;
    if (only && page.items.length === 1) router.push(routes.contract(only.contractId));
    else setSeveral(sought);
  };
  return {
    open: (text: string) => void open(text),
    focusRows: several !== null && several === list.shown.question.search,
    focused: () => setSeveral(null),
  };
}
