import { redirect } from "next/navigation";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { RenewalsScreen } from "../../../features/renewals/list-screen.tsx";
import { renewalList } from "../../../features/renewals/queries.ts";
import { firstPageOf, loadRenewalsParams, questionOf } from "../../../features/renewals/search-params.ts";
import { desk } from "../../../features/session/desk.ts";
import { ask, Hydrate, prefetch, trpc } from "../../../trpc/server.tsx";

export default async function RenewalsPage({ searchParams }: PageProps<"/renewals">) {
  const { session, store } = await desk();
  const params = await loadRenewalsParams(searchParams);
  if (session.stores.length > 0) {
    const question = questionOf(params, session.stores, store?.storeId ?? null);
    const list = renewalList(trpc, question, params.after);
    if (params.after === null) prefetch(list);
    else if (!(await ask(list))) redirect(firstPageOf(params));
  }
  return (
    <Hydrate>
      <NuqsAdapter>
        <RenewalsScreen />
      </NuqsAdapter>
    </Hydrate>
  );
}
