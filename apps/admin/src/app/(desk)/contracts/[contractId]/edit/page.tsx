import { EditContractScreen } from "../../../../../features/contracts/edit-screen.tsx";
import {
  contractById,
  contractsOfVehicle,
  partyById,
  partyIdsOf,
  providerChoices,
  vehicleById,
} from "../../../../../features/contracts/queries.ts";
import { desk } from "../../../../../features/session/desk.ts";
import { ask, Hydrate, need, prefetch, trpc } from "../../../../../trpc/server.tsx";

export default async function EditContractPage({ params }: PageProps<"/contracts/[contractId]/edit">) {
  await desk();
  const { contractId } = await params;
  const contract = await need(contractById(trpc, contractId));
  prefetch(providerChoices(trpc));
  prefetch(contractsOfVehicle(trpc, contract.vehicleId));
  // what the first paint names
  const named = partyIdsOf(contract).map((partyId) => ask(partyById(trpc, partyId)));
  await Promise.all([ask(vehicleById(trpc, contract.vehicleId)), ...named]);
  return (
    <Hydrate>
      <EditContractScreen contractId={contractId} />
    </Hydrate>
  );
}
