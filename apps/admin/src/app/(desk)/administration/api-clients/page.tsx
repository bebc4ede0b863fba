import { Id } from "@vehicle-contracts/contract-model";
import { forbidden, redirect } from "next/navigation";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { ApiClientsScreen } from "../../../../features/api-clients/list-screen.tsx";
import { clientById, clientList } from "../../../../features/api-clients/queries.ts";
import { firstPageOf } from "../../../../features/api-clients/search-params.ts";
import { desk } from "../../../../features/session/desk.ts";
import { ask, Hydrate, trpc } from "../../../../trpc/server.tsx";
import { loadSearchedParams, searchedQuestion } from "../../../../ui/data-table/searched-params.ts";

export default async function ApiClientsPage({ searchParams }: PageProps<"/administration/api-clients">) {
  const { session } = await desk();
  if (session.role !== "administrator") forbidden();
  const params = await loadSearchedParams(searchParams);
  const open = Id.safeParse(params.open);
  // awaited: the head counts what the list shows, and what is open is there at the first paint
  const [page] = await Promise.all([
    ask(clientList(trpc, searchedQuestion(params), params.after)),
    open.success ? ask(clientById(trpc, open.data)) : null,
  ]);
  if (!page && params.after !== null) redirect(firstPageOf(params));
  return (
    <Hydrate>
      <NuqsAdapter>
        <ApiClientsScreen />
      </NuqsAdapter>
    </Hydrate>
  );
}
