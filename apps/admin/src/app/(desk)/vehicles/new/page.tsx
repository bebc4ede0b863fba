import { desk } from "../../../../features/session/desk.ts";
import { NewVehicleScreen } from "../../../../features/vehicles/new-screen.tsx";
import { ownPath } from "../../../../routes.ts";

export default async function NewVehiclePage({ searchParams }: PageProps<"/vehicles/new">) {
  await desk();
  const { sought, back } = await searchParams;
  return (
    <NewVehicleScreen
      sought={typeof sought === "string" ? sought : ""}
      back={typeof back === "string" ? ownPath(back) : null}
    />
  );
}
