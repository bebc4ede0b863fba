import { contractHistory, vehicleContracts } from "../../../../features/contracts/queries.ts";
import { partyById } from "../../../../features/customers/queries.ts";
import { desk } from "../../../../features/session/desk.ts";
import { cancelledToDate } from "../../../../features/vehicles/cancelled-on.ts";
import { VehicleScreen } from "../../../../features/vehicles/detail-screen.tsx";
import { shownPeople } from "../../../../features/vehicles/people.ts";
import { readingsOf, vehicleById } from "../../../../features/vehicles/queries.ts";
import { ask, Hydrate, need, prefetch, trpc } from "../../../../trpc/server.tsx";

export default async function VehiclePage({ params }: PageProps<"/vehicles/[vehicleId]">) {
  await desk();
  const { vehicleId } = await params;
  // what is in force today is the page's first answer: it is waited for
  const [, contracts] = await Promise.all([
    need(vehicleById(trpc, vehicleId)),
    ask(vehicleContracts(trpc, vehicleId)),
    ask(readingsOf(trpc, vehicleId)),
  ]);
  const items = contracts?.items ?? [];
  const { current, former } = shownPeople(items);
  for (const { partyId } of [...current, ...former]) prefetch(partyById(trpc, partyId));
  await Promise.all(cancelledToDate(items).map(({ contractId }) => ask(contractHistory(trpc, contractId))));
  return (
    <Hydrate>
      <VehicleScreen vehicleId={vehicleId} />
    </Hydrate>
  );
}
