import { redirect } from "next/navigation";
import { ContractsScreen } from "../../../features/contracts/list-screen.tsx";
import { contractList, providerChoices } from "../../../features/contracts/queries.ts";
import {
  asksGrantedStores,
  firstPageOf,
  loadContractsParams,
  questionOf,
  sortOf,
} from "../../../features/contracts/search-params.ts";
import { desk } from "../../../features/session/desk.ts";
import { ask, Hydrate, need, prefetch, trpc } from "../../../trpc/server.tsx";

export default async function ContractsPage({ searchParams }: PageProps<"/contracts">) {
  const { session, store } = await desk();
  const params = await loadContractsParams(searchParams);
  const here = store ?? session.stores[0];
  if (here && asksGrantedStores(params, session.stores)) {
    const question = questionOf(params, { today: here.today, storeId: store?.storeId ?? null });
    const list = contractList(trpc, question, { sort: sortOf(params), cursor: params.after });
    if (params.after === null) prefetch(list);
    else if (!(await ask(list))) redirect(firstPageOf(params));
    if (params.provider) await need(providerChoices(trpc)); // their chip says the names at once
  }
  return (
    <Hydrate>
      <ContractsScreen />
    </Hydrate>
  );
}
