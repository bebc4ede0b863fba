import { desk } from "../../../../../features/session/desk.ts";
import { EditVehicleScreen } from "../../../../../features/vehicles/edit-screen.tsx";
import { vehicleById } from "../../../../../features/vehicles/queries.ts";
import { Hydrate, need, trpc } from "../../../../../trpc/server.tsx";

export default async function EditVehiclePage({ params }: PageProps<"/vehicles/[vehicleId]/edit">) {
  await desk();
  const { vehicleId } = await params;
  await need(vehicleById(trpc, vehicleId));
  return (
    <Hydrate>
      <EditVehicleScreen vehicleId={vehicleId} />
    </Hydrate>
  );
}
