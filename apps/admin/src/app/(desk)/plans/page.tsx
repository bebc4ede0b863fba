import { redirect } from "next/navigation";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { PlansScreen } from "../../../features/plans/list-screen.tsx";
import { planList } from "../../../features/plans/queries.ts";
import { desk } from "../../../features/session/desk.ts";
import { routes } from "../../../routes.ts";
import { ask, Hydrate, trpc } from "../../../trpc/server.tsx";
import { loadSearchedParams, searchedQuestion } from "../../../ui/data-table/searched-params.ts";

export default async function PlansPage({ searchParams }: PageProps<"/plans">) {
  await desk();
  const params = await loadSearchedParams(searchParams);
  // awaited: the head counts what the list shows
  const page = await ask(planList(trpc, searchedQuestion(params), params.after));
  if (!page && params.after !== null) redirect(routes.plans);
  return (
    <Hydrate>
      <NuqsAdapter>
        <PlansScreen />
      </NuqsAdapter>
    </Hydrate>
  );
}
