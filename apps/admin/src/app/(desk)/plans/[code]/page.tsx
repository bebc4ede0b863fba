import { PlanScreen } from "../../../../features/plans/detail-screen.tsx";
import { planVersion, versionNamed } from "../../../../features/plans/queries.ts";
import { desk } from "../../../../features/session/desk.ts";
import { Hydrate, need, trpc } from "../../../../trpc/server.tsx";

export default async function PlanPage({ params, searchParams }: PageProps<"/plans/[code]">) {
  await desk();
  const code = decodeURIComponent((await params).code);
  const version = versionNamed((await searchParams).version);
  await need(planVersion(trpc, code, version));
  return (
    <Hydrate>
      <PlanScreen code={code} version={version} />
    </Hydrate>
  );
}
