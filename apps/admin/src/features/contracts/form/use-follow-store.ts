"use client";

import { useDesk } from "../../session/desk-context.tsx";
import { useContractFormState } from "./contract-form-context.tsx";
import { followingStore } from "./follow-store.ts";

/** Puts what goes by the store into the form, once another one is chosen; what is sold stays. */
export function useFollowStore(): (storeId: string | null) => void {
  const { form, base, vehicle, around } = useContractFormState();
  const { stores } = useDesk();
  return (storeId) => {
    const store = stores.find((candidate) => candidate.storeId === storeId);
    if (!store || (base !== null && base.status !== "DRAFT")) return;
    const { distanceUnit: unit, currency, today } = store;
    const after = followingStore(form.getValues(), { base, vehicle }, around, { unit, currency, today });
    const { price, deductible, coverage, allowances, distance, saleDate, startDate } = after;
    form.setValue("price", price);
    form.setValue("deductible", deductible);
    form.setValue("coverage", coverage);
    form.setValue("allowances", allowances);
    form.setValue("distance", distance);
    form.setValue("saleDate", saleDate);
    form.setValue("startDate", startDate);
  };
}
