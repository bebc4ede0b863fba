import { desk } from "../../../../features/session/desk.ts";
import { NewVehicleScreen } from "../../../../features/vehicles/new-screen.tsx";
import { ownPath, routes } from "../../../../routes.ts";

export default async function NewVehiclePage({ searchParams }: PageProps<"/vehicles/new">) {
  await desk();
  const { sought, back: given } = await searchParams;
  const back = ownPath(typeof given === "string" ? given : null);
  return (
    <NewVehicleScreen
      sought={typeof sought === "string" ? sought : ""}
      // none is given, or one that is not ours
      back={back === routes.contracts ? null : back}
    />
  );
}
