import { Id } from "@vehicle-contracts/contract-model";
import { NewContractScreen } from "../../../../features/contracts/new-screen.tsx";
import { contractsOfVehicle, providerChoices, vehicleById } from "../../../../features/contracts/queries.ts";
import { desk } from "../../../../features/session/desk.ts";
import { ask, Hydrate, prefetch, trpc } from "../../../../trpc/server.tsx";

export default async function NewContractPage({ searchParams }: PageProps<"/contracts/new">) {
  await desk();
  const { vehicleId: asked } = await searchParams;
  const id = Id.safeParse(asked);
  prefetch(providerChoices(trpc));
  if (id.success) prefetch(contractsOfVehicle(trpc, id.data));
  // one that is not there begins without a vehicle
  const vehicle = id.success ? await ask(vehicleById(trpc, id.data)) : null;
  return (
    <Hydrate>
      <NewContractScreen vehicleId={vehicle?.vehicleId ?? null} />
    </Hydrate>
  );
}
