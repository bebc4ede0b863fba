import { redirect } from "next/navigation";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { desk } from "../../../features/session/desk.ts";
import { VehiclesScreen } from "../../../features/vehicles/list-screen.tsx";
import { vehicleList } from "../../../features/vehicles/queries.ts";
import {
  firstPageOf,
  loadVehiclesParams,
  questionOf,
  sortOf,
} from "../../../features/vehicles/search-params.ts";
import { ask, Hydrate, prefetch, trpc } from "../../../trpc/server.tsx";

export default async function VehiclesPage({ searchParams }: PageProps<"/vehicles">) {
  const { session } = await desk();
  const params = await loadVehiclesParams(searchParams);
  if (session.stores.length > 0) {
    const list = vehicleList(trpc, questionOf(params), { sort: sortOf(params), cursor: params.after });
    if (params.after === null) prefetch(list);
    else if (!(await ask(list))) redirect(firstPageOf(params));
  }
  return (
    <Hydrate>
      <NuqsAdapter>
        <VehiclesScreen />
      </NuqsAdapter>
    </Hydrate>
  );
}
