import { forbidden, redirect } from "next/navigation";
import { providerChoices } from "../../../../../features/contracts/queries.ts";
import { EditPlanScreen } from "../../../../../features/plans/edit-screen.tsx";
import { planVersion, ruleSetChoices } from "../../../../../features/plans/queries.ts";
import { desk } from "../../../../../features/session/desk.ts";
import { routes } from "../../../../../routes.ts";
import { ask, Hydrate, need, trpc } from "../../../../../trpc/server.tsx";

/** The draft of the plan, whichever version that is. */
export default async function EditPlanPage({ params }: PageProps<"/plans/[code]/edit">) {
  const { session } = await desk();
  if (session.role !== "administrator") forbidden();
  const code = decodeURIComponent((await params).code);
  const { versions } = await need(planVersion(trpc, code, null));
  const draft = versions.find(({ state }) => state === "DRAFT");
  if (!draft) redirect(routes.plan(code));
  await Promise.all([
    need(planVersion(trpc, code, draft.version)),
    ask(providerChoices(trpc)),
    ask(ruleSetChoices(trpc)),
  ]);
  return (
    <Hydrate>
      <EditPlanScreen code={code} version={draft.version} />
    </Hydrate>
  );
}
