import { forbidden } from "next/navigation";
import { providerChoices } from "../../../../features/contracts/queries.ts";
import { NewPlanScreen } from "../../../../features/plans/new-screen.tsx";
import { ruleSetChoices } from "../../../../features/plans/queries.ts";
import { desk } from "../../../../features/session/desk.ts";
import { ask, Hydrate, trpc } from "../../../../trpc/server.tsx";

export default async function NewPlanPage() {
  const { session } = await desk();
  if (session.role !== "administrator") forbidden();
  await Promise.all([ask(providerChoices(trpc)), ask(ruleSetChoices(trpc))]);
  return (
    <Hydrate>
      <NewPlanScreen />
    </Hydrate>
  );
}
