import { forbidden } from "next/navigation";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { transfersWaiting } from "../../../../features/contracts/queries.ts";
import { TransfersScreen } from "../../../../features/contracts/transfers-screen.tsx";
import { desk } from "../../../../features/session/desk.ts";
import { Hydrate, prefetch, trpc } from "../../../../trpc/server.tsx";

export default async function TransfersPage() {
  const { session } = await desk();
  if (session.role !== "administrator") forbidden();
  prefetch(transfersWaiting(trpc, null));
  return (
    <Hydrate>
      <NuqsAdapter>
        <TransfersScreen />
      </NuqsAdapter>
    </Hydrate>
  );
}
