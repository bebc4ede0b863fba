import { ask, need, trpc } from "../../trpc/server.tsx";
import { partyById } from "../customers/queries.ts";
import { providerById, providerChoices } from "./queries.ts";
import type { ContractsParams } from "./search-params.ts";

/** Whether all whom the address of the list names are here; their chips say the names at once. For the page. */
export async function areAllHere({ provider, holder }: ContractsParams): Promise<boolean> {
  const choices = provider && (await need(providerChoices(trpc)));
  const others = provider?.filter((id) => !choices?.items.some(({ providerId }) => providerId === id)) ?? [];
  const named = await Promise.all([
    ...others.map((id) => ask(providerById(trpc, id))),
    ...(holder ?? []).map((id) => ask(partyById(trpc, id))),
  ]);
  return named.every((one) => one !== null);
}
