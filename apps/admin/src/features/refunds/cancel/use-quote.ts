"use client";

import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import type { ContractRead, RefundQuote } from "@vehicle-contracts/contract-model";
import { type UseFormReturn, useWatch } from "react-hook-form";
import { useTRPCClient } from "../../../trpc/browser.tsx";
import { problemOf } from "../../../trpc/errors.ts";
import { putOnFields } from "../../../trpc/form-problem.ts";
import { answers, askedOf, type CancelValues } from "../cancel-values.ts";

/** Typing has come to rest. */
const settledAfterMs = 500;

/**
 * The quote for what is typed: a changed input makes a new one as soon as it is at rest, and what was asked before has its
 * answer still. `kept` is the contract's last quote, which is taken where it answers just this.
 */
export function useQuote(
  contract: ContractRead,
  form: UseFormReturn<CancelValues>,
  unit: "KM" | "MI",
  kept: RefundQuote | null,
) {
  const client = useTRPCClient();
  const values = useWatch({ control: form.control }) as CancelValues; // the form has defaults for all
  const [settled] = useDebouncedValue(values, settledAfterMs);
  const { contractId, version } = contract;
  const [now, asked] = [askedOf(values, contract, unit), askedOf(settled, contract, unit)];
  const isSame = JSON.stringify(now) === JSON.stringify(asked);
  const keptOne = kept && asked && answers(kept, asked) ? kept : null;
  const query = useQuery({
    queryKey: ["refund quote", contractId, version, asked],
    queryFn: async () => {
      if (asked === null) throw new Error("Nothing is asked.");
      form.clearErrors();
      return client.refunds.quote.mutate({ contractId, version, ...asked }).catch((error: unknown) => {
        putOnFields(form, problemOf(error));
        throw error;
      });
    },
    enabled: asked !== null && keptOne === null,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    retry: false,
  });
  const quote = keptOne ?? query.data ?? null;
  return {
    /** For what is typed now; null while there is none. */
    quote: isSame && !query.isFetching && now !== null ? quote : null,
    /** What is shown meanwhile. */
    shown: quote,
    isMaking: now !== null && (query.isFetching || !isSame),
    isComplete: now !== null,
    problem: isSame && query.error && !query.isFetching ? problemOf(query.error) : null,
    again: query.refetch,
  };
}
