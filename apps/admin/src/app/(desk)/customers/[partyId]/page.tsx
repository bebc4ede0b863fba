import { contractsOfHolder } from "../../../../features/contracts/queries.ts";
import { CustomerScreen } from "../../../../features/customers/detail-screen.tsx";
import { partyById } from "../../../../features/customers/queries.ts";
import { desk } from "../../../../features/session/desk.ts";
import { Hydrate, need, prefetch, trpc } from "../../../../trpc/server.tsx";

export default async function CustomerPage({ params }: PageProps<"/customers/[partyId]">) {
  await desk();
  const { partyId } = await params;
  await need(partyById(trpc, partyId));
  prefetch(contractsOfHolder(trpc, partyId));
  return (
    <Hydrate>
      <CustomerScreen partyId={partyId} />
    </Hydrate>
  );
}
