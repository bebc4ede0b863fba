import { ContractsScreen } from "../../../features/contracts/list-screen.tsx";
import { contractList, providerChoices } from "../../../features/contracts/queries.ts";
import { loadContractsParams, questionOf, sortOf } from "../../../features/contracts/search-params.ts";
import { desk } from "../../../features/session/desk.ts";
import { Hydrate, need, prefetch, trpc } from "../../../trpc/server.tsx";

export default async function ContractsPage({ searchParams }: PageProps<"/contracts">) {
  const { session, store } = await desk();
  const params = await loadContractsParams(searchParams);
  const here = store ?? session.stores[0];
  if (here) {
    const question = questionOf(params, { today: here.today, storeId: store?.storeId ?? null });
    prefetch(contractList(trpc, question, { sort: sortOf(params), cursor: params.after }));
    // the chip says its providers' names at once
    if (params.provider) await need(providerChoices(trpc));
  }
  return (
    <Hydrate>
      <ContractsScreen />
    </Hydrate>
  );
}
