"use client";

import { useEffect } from "react";
import type { UseFormReturn } from "react-hook-form";
import type { ContractForm } from "../form-values.ts";
import type { ChosenPlan } from "./chosen-plan.ts";

/**
 * What starts with the sale starts on its day, as long as nobody says another. Listens to the form's own store, which is
 * outside of React.
 */
export function useFollowSale(form: UseFormReturn<ContractForm>, { startBasis }: ChosenPlan): void {
  const { subscribe, getValues, setValue } = form;
  useEffect(() => {
    if (startBasis !== "SALE") return undefined;
    let sold = getValues("saleDate");
    return subscribe({
      formState: { values: true },
      callback: ({ values }) => {
        if (values.saleDate === sold) return;
        const followed = values.startDate === sold;
        sold = values.saleDate;
        if (followed) setValue("startDate", sold, { shouldDirty: true });
      },
    });
  }, [startBasis, subscribe, getValues, setValue]);
}
