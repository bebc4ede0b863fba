"use client";

import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { ContractRead } from "@vehicle-contracts/contract-model";
import { useTRPC } from "../../../trpc/browser.tsx";
import { problemOf } from "../../../trpc/errors.ts";
import type { CancelValues } from "../../refunds/cancel-values.ts";
import type { RulesInput } from "../form/rule-set-values.ts";

type Asked = Pick<CancelValues, "cancelDate" | "odometer" | "hours" | "cancelledBy">;

const settledAfterMs = 300;
const isDate = (text: string | null): text is string => text !== null && /^\d{4}-\d\d-\d\d$/.test(text);

/** What rules would give back for a contract; follows what is typed. `rules` null: they cannot be tried as they are. */
export function useTrial(
  contract: ContractRead | null,
  typed: Asked,
  unit: "KM" | "MI",
  rules: RulesInput | null,
) {
  const trpc = useTRPC();
  const [settled] = useDebouncedValue(JSON.stringify({ typed, rules }), settledAfterMs);
  const { typed: asked, rules: tried } = JSON.parse(settled) as { typed: Asked; rules: RulesInput | null };
  const isAsked = contract !== null && tried !== null && isDate(asked.cancelDate);
  const query = useQuery({
    ...trpc.ruleSets.tryOut.queryOptions({
      contractId: contract?.contractId ?? "",
      cancelDate: asked.cancelDate ?? "",
      odometer: typeof asked.odometer === "number" ? { value: asked.odometer, unit } : null,
      hours: typeof asked.hours === "number" ? asked.hours : null,
      cancelledBy: asked.cancelledBy,
      rules: tried ?? { method: "PRO_RATA" },
    }),
    enabled: isAsked,
    placeholderData: keepPreviousData,
    retry: false,
  });
  return {
    trial: isAsked && !query.error ? (query.data ?? null) : null,
    why: isAsked && query.error ? problemOf(query.error).message : null,
    isOld: query.isPlaceholderData || query.isFetching,
  };
}
