import { ContractScreen } from "../../../../features/contracts/detail-screen.tsx";
import { idsNamed } from "../../../../features/contracts/ids-named.ts";
import {
  contractById,
  contractHistory,
  partyIdsOf,
  providerById,
} from "../../../../features/contracts/queries.ts";
import { partyById } from "../../../../features/customers/queries.ts";
import { desk } from "../../../../features/session/desk.ts";
import { vehicleById } from "../../../../features/vehicles/queries.ts";
import { ask, Hydrate, need, prefetch, trpc } from "../../../../trpc/server.tsx";

export default async function ContractPage({ params }: PageProps<"/contracts/[contractId]">) {
  await desk();
  const { contractId } = await params;
  const contract = await need(contractById(trpc, contractId));
  const history = await ask(contractHistory(trpc, contractId));
  const named = idsNamed(history?.items.flatMap(({ changes }) => changes) ?? []);
  for (const id of new Set([...partyIdsOf(contract), ...named.parties])) prefetch(partyById(trpc, id));
  for (const id of named.providers) prefetch(providerById(trpc, id));
  for (const id of named.vehicles) prefetch(vehicleById(trpc, id));
  return (
    <Hydrate>
      <ContractScreen contractId={contractId} />
    </Hydrate>
  );
}
