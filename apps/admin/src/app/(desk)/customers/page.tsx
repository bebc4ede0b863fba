import { redirect } from "next/navigation";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { CustomersScreen } from "../../../features/customers/list-screen.tsx";
import { customerList } from "../../../features/customers/queries.ts";
import {
  firstPageOf,
  loadCustomersParams,
  questionOf,
  sortOf,
} from "../../../features/customers/search-params.ts";
import { desk } from "../../../features/session/desk.ts";
import { ask, Hydrate, prefetch, trpc } from "../../../trpc/server.tsx";

export default async function CustomersPage({ searchParams }: PageProps<"/customers">) {
  const { session } = await desk();
  const params = await loadCustomersParams(searchParams);
  if (session.stores.length > 0) {
    const list = customerList(trpc, questionOf(params), { sort: sortOf(params), cursor: params.after });
    if (params.after === null) prefetch(list);
    else if (!(await ask(list))) redirect(firstPageOf(params));
  }
  return (
    <Hydrate>
      <NuqsAdapter>
        <CustomersScreen />
      </NuqsAdapter>
    </Hydrate>
  );
}
