import { ContractScreen } from "../../../../features/contracts/detail-screen.tsx";
import {
  contractById,
  contractHistory,
  partyById,
  partyIdsOf,
} from "../../../../features/contracts/queries.ts";
import { desk } from "../../../../features/session/desk.ts";
import { Hydrate, need, prefetch, trpc } from "../../../../trpc/server.tsx";

export default async function ContractPage({ params }: PageProps<"/contracts/[contractId]">) {
  await desk();
  const { contractId } = await params;
  const contract = await need(contractById(trpc, contractId));
  prefetch(contractHistory(trpc, contractId));
  for (const partyId of partyIdsOf(contract)) prefetch(partyById(trpc, partyId));
  return (
    <Hydrate>
      <ContractScreen contractId={contractId} />
    </Hydrate>
  );
}
