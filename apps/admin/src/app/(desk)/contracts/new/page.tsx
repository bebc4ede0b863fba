import { Id } from "@vehicle-contracts/contract-model";
import { lastHolderOf } from "../../../../features/contracts/last-holder-of.ts";
import { NewContractScreen } from "../../../../features/contracts/new-screen.tsx";
import { planOffers } from "../../../../features/contracts/plan-queries.ts";
import { contractsOfVehicle, providerChoices } from "../../../../features/contracts/queries.ts";
import { partyById } from "../../../../features/customers/queries.ts";
import { desk } from "../../../../features/session/desk.ts";
import { vehicleById } from "../../../../features/vehicles/queries.ts";
import { ask, Hydrate, trpc } from "../../../../trpc/server.tsx";

export default async function NewContractPage({ searchParams }: PageProps<"/contracts/new">) {
  const [{ store }, asked] = await Promise.all([desk(), searchParams]);
  const [vehicleId, holding] = [Id.safeParse(asked.vehicleId).data, Id.safeParse(asked.holderId).data];
  const offered = vehicleId && store && { vehicleId, storeId: store.storeId, saleDate: store.today };
  const [vehicle, holder, contracts] = await Promise.all([
    vehicleId ? ask(vehicleById(trpc, vehicleId)) : null,
    holding ? ask(partyById(trpc, holding)) : null,
    vehicleId ? ask(contractsOfVehicle(trpc, vehicleId)) : null,
    ask(providerChoices(trpc)),
    offered ? ask(planOffers(trpc, offered)) : null,
  ]);
  const lastHolderId = lastHolderOf(contracts?.items ?? []);
  if (lastHolderId && !holder) await ask(partyById(trpc, lastHolderId));
  const ids = { vehicleId: vehicle?.vehicleId ?? null, holderId: holder?.partyId ?? null, lastHolderId };
  return (
    <Hydrate>
      <NewContractScreen {...ids} />
    </Hydrate>
  );
}
