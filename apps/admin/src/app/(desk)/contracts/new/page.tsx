import { Id } from "@vehicle-contracts/contract-model";
import { NewContractScreen } from "../../../../features/contracts/new-screen.tsx";
import { contractsOfVehicle, providerChoices } from "../../../../features/contracts/queries.ts";
import { partyById } from "../../../../features/customers/queries.ts";
import { desk } from "../../../../features/session/desk.ts";
import { vehicleById } from "../../../../features/vehicles/queries.ts";
import { ask, Hydrate, trpc } from "../../../../trpc/server.tsx";

export default async function NewContractPage({ searchParams }: PageProps<"/contracts/new">) {
  await desk();
  const { vehicleId: asked, holderId } = await searchParams;
  const id = Id.safeParse(asked);
  const holding = Id.safeParse(holderId);
  // the form's first paint reads them all; who or what is not there is left out
  const [vehicle, holder] = await Promise.all([
    id.success ? ask(vehicleById(trpc, id.data)) : null,
    holding.success ? ask(partyById(trpc, holding.data)) : null,
    id.success ? ask(contractsOfVehicle(trpc, id.data)) : null,
    ask(providerChoices(trpc)),
  ]);
  return (
    <Hydrate>
      <NewContractScreen vehicleId={vehicle?.vehicleId ?? null} holderId={holder?.partyId ?? null} />
    </Hydrate>
  );
}
