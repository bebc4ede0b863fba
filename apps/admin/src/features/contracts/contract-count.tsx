"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../../trpc/browser.tsx";
import { SkeletonBar } from "../../ui/states/skeleton.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { useDesk } from "../session/desk-context.tsx";
import classes from "./contract-counts.module.css";
import { contractCount } from "./queries.ts";
import { type ContractsParams, questionOf, someContracts } from "./search-params.ts";

/** How many contracts the list shows of these: in the chosen store, else in all that are granted. */
export function ContractCount({ of }: { of: Partial<ContractsParams> }) {
  const format = useFormat();
  const { today, store } = useDesk();
  const question = questionOf(someContracts(of), { today, storeId: store?.storeId ?? null });
  const { data, isPending } = useQuery(contractCount(useTRPC(), question));
  if (isPending)
    return (
      <span className={classes.pending}>
        <SkeletonBar width="28px" />
      </span>
    );
  return data ? format.count(data) : "–";
}
