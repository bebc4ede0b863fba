import { EditCustomerScreen } from "../../../../../features/customers/edit-screen.tsx";
import { partyById } from "../../../../../features/customers/queries.ts";
import { desk } from "../../../../../features/session/desk.ts";
import { Hydrate, need, trpc } from "../../../../../trpc/server.tsx";

export default async function EditCustomerPage({ params }: PageProps<"/customers/[partyId]/edit">) {
  await desk();
  const { partyId } = await params;
  await need(partyById(trpc, partyId));
  return (
    <Hydrate>
      <EditCustomerScreen partyId={partyId} />
    </Hydrate>
  );
}
