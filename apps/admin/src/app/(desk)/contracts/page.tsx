import { redirect } from "next/navigation";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { ContractsScreen } from "../../../features/contracts/list-screen.tsx";
import { areAllHere } from "../../../features/contracts/named-in-address.ts";
import { contractList } from "../../../features/contracts/queries.ts";
import * as address from "../../../features/contracts/search-params.ts";
import { desk } from "../../../features/session/desk.ts";
import { ask, Hydrate, prefetch, trpc } from "../../../trpc/server.tsx";

export default async function ContractsPage({ searchParams }: PageProps<"/contracts">) {
  const { session, store } = await desk();
  const params = await address.loadContractsParams(searchParams);
  const here = store ?? session.stores[0];
  if (here && address.asksGrantedStores(params, session.stores) && (await areAllHere(params))) {
    const asked = { today: here.today, storeId: store?.storeId ?? null };
    const page = { sort: address.sortOf(params), cursor: params.after };
    const list = contractList(trpc, address.questionOf(params, asked), page);
    if (params.after === null) prefetch(list);
    else if (!(await ask(list))) redirect(address.firstPageOf(params));
  }
  return (
    <Hydrate>
      <NuqsAdapter>
        <ContractsScreen />
      </NuqsAdapter>
    </Hydrate>
  );
}
