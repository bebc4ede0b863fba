"use client";

import { useQuery } from "@tanstack/react-query";
import { contractStatuses, contractTypes } from "@vehicle-contracts/contract-model";
import { useTRPC } from "../../../trpc/browser.tsx";
import type { FilterChoice, FilterField, FilterValue } from "../../../ui/filters/filter-field.ts";
import { StatusIcon, statusWord } from "../../../ui/status-badge.tsx";
import { useDesk } from "../../session/desk-context.tsx";
import { providerChoices } from "../queries.ts";
import { typeWord } from "../words.ts";
import type { FilterNames } from "./use-filter-names.ts";

/** Ends that people ask for; they stay relative in the address. */
const endPresets = [
  { operator: "within", label: "30 days", values: ["today", "30d"] },
  { operator: "within", label: "60 days", values: ["today", "60d"] },
  { operator: "within", label: "90 days", values: ["today", "90d"] },
  { operator: "within", label: "12 months", values: ["today", "12m"] },
  { operator: "in the last", label: "30 days", values: ["-30d", "today"] },
] as const;

const labelOf = (name: string | null | undefined, nobody: string) => (name === null ? nobody : (name ?? "…"));

/** The choices, and whatever else the address names: an id is not for reading. */
const withOthers = (
  choices: readonly FilterChoice[],
  chosen: readonly string[] = [],
  wordsOf: (id: string) => string,
): FilterChoice[] => [
  ...choices,
  ...chosen
    .filter((id) => !choices.some(({ value }) => value === id))
    .map((id) => ({ value: id, label: wordsOf(id) })),
];

/** What the list can be narrowed by. The store is offered while all stores are looked at. */
export function useFilterFields(chips: FilterValue, names: FilterNames): readonly FilterField[] {
  const trpc = useTRPC();
  const { store, stores } = useDesk();
  const { data: providers } = useQuery(providerChoices(trpc));
  const fields: FilterField[] = [
    {
      id: "status",
      label: "Status",
      kind: "choice",
      options: contractStatuses.map((status) => ({
        value: status,
        label: statusWord(status),
        icon: <StatusIcon status={status} />,
      })),
    },
    { id: "ends", label: "Ends", kind: "dates", presets: endPresets },
    {
      id: "type",
      label: "Type",
      kind: "choice",
      options: contractTypes.map((type) => ({ value: type, label: typeWord(type) })),
    },
    {
      id: "provider",
      label: "Provider",
      kind: "choice",
      options: withOthers(
        (providers?.items ?? []).map(({ providerId, name }) => ({ value: providerId, label: name })),
        chips.provider,
        (id) => labelOf(names.provider.get(id), "a provider that is not here"),
      ),
    },
  ];
  // a customer's page leads here with it; among all customers nobody chooses from a list
  if (chips.holder)
    fields.push({
      id: "holder",
      label: "Holder",
      kind: "choice",
      options: chips.holder.map((partyId) => ({
        value: partyId,
        label: labelOf(names.holder.get(partyId), "a customer that is not here"),
      })),
    });
  const offersStores = stores.length > 1 && (store === null || chips.store !== undefined);
  if (!offersStores) return fields;
  return [
    ...fields,
    {
      id: "store",
      label: "Store",
      kind: "choice",
      options: withOthers(
        stores.map(({ storeId, name }) => ({ value: storeId, label: name })),
        chips.store,
        () => "a store that is not open to you",
      ),
    },
  ];
}
