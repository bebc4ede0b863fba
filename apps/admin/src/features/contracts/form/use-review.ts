"use client";

import { useQuery } from "@tanstack/react-query";
import type { Price } from "@vehicle-contracts/contract-model";
import { useWatch } from "react-hook-form";
import { useTRPC } from "../../../trpc/browser.tsx";
import { unitWord } from "../../../ui/format.ts";
import { useFormat } from "../../../ui/use-format.ts";
import { partyById } from "../../customers/queries.ts";
import { useDesk } from "../../session/desk-context.tsx";
import { vehicleName } from "../../vehicles/vehicle-name.ts";
import { providerChoices } from "../queries.ts";
import { typeWord } from "../words.ts";
import { endFollowing, priceFollowing, sumFollowing } from "./computed.ts";
import { useContractFormState } from "./contract-form-context.tsx";
import { unitOf } from "./form-input.ts";
import type { ContractForm } from "./form-values.ts";

/** What is about to be sold, in words; null where it is not said yet. */
export type Review = {
  /** Its terms are those of a plan of the catalogue. */
  isByPlan: boolean;
  type: string | null;
  vehicle: string | null;
  validUntil: string | null;
  orAt: string | null;
  holder: string | null;
  store: string | null;
  provider: string | null;
  price: Price | null;
};

/** Follows the form. */
export function useReview(): Review {
  const { form, vehicle, around } = useContractFormState();
  const { stores } = useDesk();
  const format = useFormat();
  const trpc = useTRPC();
  const values = useWatch({ control: form.control }) as ContractForm; // all of it is there from the first

  const holderId = values.parties.find(({ role }) => role === "HOLDER")?.partyId ?? null;
  const holder = useQuery({ ...partyById(trpc, holderId ?? ""), enabled: holderId !== null }).data;
  const providers = useQuery(providerChoices(trpc)).data?.items;
  const end = endFollowing(values);
  const { distance } = values;
  const endsAt = distance.kind === "limited" ? sumFollowing(distance.startOdometer, distance.limit) : null;
  return {
    isByPlan: values.byPlan !== null && values.byPlan !== undefined,
    type: values.byPlan?.name ?? (values.type && typeWord(values.type)),
    vehicle: vehicle && [vehicleName(vehicle), vehicle.licensePlate].filter(Boolean).join(", "),
    validUntil: values.endBy === "open" ? "no last day" : end && format.date(end),
    orAt:
      distance.kind === "unlimited"
        ? "no distance limit"
        : distance.kind === "unknown"
          ? "not known"
          : endsAt === null
            ? null
            : `${format.whole(endsAt)}\u00a0${unitWord(unitOf(values, around))}`,
    holder: holder?.name ?? null,
    store: stores.find(({ storeId }) => storeId === values.storeId)?.name ?? null,
    provider: providers?.find(({ providerId }) => providerId === values.providerId)?.name ?? null,
    price: priceFollowing(values, around),
  };
}
