"use client";

import { useQuery } from "@tanstack/react-query";
import type { PlanOffer } from "@vehicle-contracts/contract-model";
import { parseDate } from "@vehicle-contracts/contract-rules/temporal";
import { useWatch } from "react-hook-form";
import { useTRPC } from "../../../../trpc/browser.tsx";
import { planOffers } from "../../plan-queries.ts";
import { useContractFormState } from "../contract-form-context.tsx";

export type Offers = {
  /** What is asked first: the vehicle, the store. */
  asks: "vehicle" | "store" | null;
  isLoading: boolean;
  error: unknown;
  retry: () => void;
  suited: PlanOffer[];
  /** With another reason than the make alone. */
  unsuited: PlanOffer[];
  ofOtherMakes: PlanOffer[];
  /** The one that the form is filled in from; undefined where none is, or it is offered no more. */
  chosen: PlanOffer | undefined;
};

const isOfOtherMake = ({ reasons }: PlanOffer) => reasons.some(({ code }) => code === "MAKE_NOT_COVERED");

/** What the catalogue has for the form's vehicle and store, on the day of the sale. */
export function useOffers(): Offers {
  const { form } = useContractFormState();
  const [vehicleId, storeId, saleDate, plan, byPlan] = useWatch({
    control: form.control,
    name: ["vehicleId", "storeId", "saleDate", "plan", "byPlan"],
  });
  const day = saleDate !== null && parseDate(saleDate) ? saleDate : null;
  const asked = { vehicleId: vehicleId ?? "", storeId: storeId ?? "", saleDate: day };
  const query = useQuery({
    ...planOffers(useTRPC(), asked),
    enabled: vehicleId !== null && storeId !== null,
    // while the day is typed the plans stay where they are
    placeholderData: (before) => before,
  });
  const offers = query.data?.offers ?? [];
  const not = offers.filter(({ eligible }) => !eligible);
  return {
    asks: vehicleId === null ? "vehicle" : storeId === null ? "store" : null,
    isLoading: query.isLoading,
    error: query.error,
    retry: () => void query.refetch(),
    suited: offers.filter(({ eligible }) => eligible),
    unsuited: not.filter((offer) => !isOfOtherMake(offer)),
    ofOtherMakes: not.filter(isOfOtherMake),
    chosen:
      byPlan === null
        ? undefined
        : offers.find((offer) => offer.plan.code === plan.code && offer.plan.version === plan.version),
  };
}
