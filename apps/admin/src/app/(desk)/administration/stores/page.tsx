import { Id } from "@vehicle-contracts/contract-model";
import { forbidden, redirect } from "next/navigation";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { desk } from "../../../../features/session/desk.ts";
import { StoresScreen } from "../../../../features/stores/list-screen.tsx";
import { storeById, storeList } from "../../../../features/stores/queries.ts";
import { firstPageOf } from "../../../../features/stores/search-params.ts";
import { ask, Hydrate, trpc } from "../../../../trpc/server.tsx";
import { loadSearchedParams, searchedQuestion } from "../../../../ui/data-table/searched-params.ts";

export default async function StoresPage({ searchParams }: PageProps<"/administration/stores">) {
  const { session } = await desk();
  if (session.role !== "administrator") forbidden();
  const params = await loadSearchedParams(searchParams);
  const open = Id.safeParse(params.open);
  // awaited: the head counts what the list shows, and what is open is there at the first paint
  const [page] = await Promise.all([
    ask(storeList(trpc, searchedQuestion(params), params.after)),
    open.success ? ask(storeById(trpc, open.data)) : null,
  ]);
  if (!page && params.after !== null) redirect(firstPageOf(params));
  return (
    <Hydrate>
      <NuqsAdapter>
        <StoresScreen />
      </NuqsAdapter>
    </Hydrate>
  );
}
