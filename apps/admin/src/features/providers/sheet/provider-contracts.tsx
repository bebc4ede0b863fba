"use client";

import { ContractCounts } from "../../contracts/contract-counts.tsx";
import { useDesk } from "../../session/desk-context.tsx";

/** How many contracts name the provider, each count leading to them. */
export function ProviderContracts({ providerId }: { providerId: string }) {
  const { store, stores } = useDesk();
  const where = store ? `in ${store.name}` : stores.length > 1 ? "in all your stores" : undefined;
  return <ContractCounts of={{ provider: [providerId] }} note={where} />;
}
