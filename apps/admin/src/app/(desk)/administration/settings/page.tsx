import { forbidden } from "next/navigation";
import { desk } from "../../../../features/session/desk.ts";
import { enterpriseSettings } from "../../../../features/settings/queries.ts";
import { SettingsScreen } from "../../../../features/settings/settings-screen.tsx";
import { Hydrate, need, trpc } from "../../../../trpc/server.tsx";

export default async function SettingsPage() {
  const { session } = await desk();
  if (session.role !== "administrator") forbidden();
  await need(enterpriseSettings(trpc));
  return (
    <Hydrate>
      <SettingsScreen />
    </Hydrate>
  );
}
