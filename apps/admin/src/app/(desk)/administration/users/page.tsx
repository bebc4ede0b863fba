import { isId } from "@vehicle-contracts/contract-model";
import { redirect } from "next/navigation";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { desk } from "../../../../features/session/desk.ts";
import { UsersScreen } from "../../../../features/users/list-screen.tsx";
import { userById, userList } from "../../../../features/users/queries.ts";
import { addressOf, loadUsersParams, newUser } from "../../../../features/users/search-params.ts";
import { ask, Hydrate, need, prefetch, trpc } from "../../../../trpc/server.tsx";

export default async function UsersPage({ searchParams }: PageProps<"/administration/users">) {
  await desk();
  const params = await loadUsersParams(searchParams);
  const { q, after, open } = params;
  await need(userList(trpc, { search: q })); // 403 is decided here
  if (after !== null && !(await ask(userList(trpc, { search: q, cursor: after }))))
    redirect(addressOf(params));
  if (open !== null && open !== newUser && isId(open)) prefetch(userById(trpc, open));
  return (
    <Hydrate>
      <NuqsAdapter>
        <UsersScreen />
      </NuqsAdapter>
    </Hydrate>
  );
}
