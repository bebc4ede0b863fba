import { EditContractScreen } from "../../../../../features/contracts/edit-screen.tsx";
import {
  contractById,
  contractsOfVehicle,
  partyIdsOf,
  providerChoices,
} from "../../../../../features/contracts/queries.ts";
import { partyById } from "../../../../../features/customers/queries.ts";
import { desk } from "../../../../../features/session/desk.ts";
import { vehicleById } from "../../../../../features/vehicles/queries.ts";
import { ask, Hydrate, need, trpc } from "../../../../../trpc/server.tsx";

export default async function EditContractPage({ params }: PageProps<"/contracts/[contractId]/edit">) {
  await desk();
  const { contractId } = await params;
  const contract = await need(contractById(trpc, contractId));
  // the form's first paint reads them all
  await Promise.all([
    ask(vehicleById(trpc, contract.vehicleId)),
    ask(contractsOfVehicle(trpc, contract.vehicleId)),
    ask(providerChoices(trpc)),
    ...partyIdsOf(contract).map((partyId) => ask(partyById(trpc, partyId))),
  ]);
  return (
    <Hydrate>
      <EditContractScreen contractId={contractId} />
    </Hydrate>
  );
}
