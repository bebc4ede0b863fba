import { Id } from "@vehicle-contracts/contract-model";
import { redirect } from "next/navigation";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { ProvidersScreen } from "../../../features/providers/list-screen.tsx";
import { providerById, providerList } from "../../../features/providers/queries.ts";
import { firstPageOf, loadProvidersParams, questionOf } from "../../../features/providers/search-params.ts";
import { desk } from "../../../features/session/desk.ts";
import { ask, Hydrate, trpc } from "../../../trpc/server.tsx";

export default async function ProvidersPage({ searchParams }: PageProps<"/providers">) {
  await desk();
  const params = await loadProvidersParams(searchParams);
  const open = Id.safeParse(params.open);
  // awaited: the head counts what the list shows, and what is open is there at the first paint
  const [page] = await Promise.all([
    ask(providerList(trpc, questionOf(params), params.after)),
    open.success ? ask(providerById(trpc, open.data)) : null,
  ]);
  if (!page && params.after !== null) redirect(firstPageOf(params));
  return (
    <Hydrate>
      <NuqsAdapter>
        <ProvidersScreen />
      </NuqsAdapter>
    </Hydrate>
  );
}
