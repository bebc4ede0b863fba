import { RuleSetScreen } from "../../../../features/rule-sets/edit-screen.tsx";
import { ruleSetVersions } from "../../../../features/rule-sets/queries.ts";
import { desk } from "../../../../features/session/desk.ts";
import { Hydrate, need, trpc } from "../../../../trpc/server.tsx";

export default async function RuleSetPage({ params }: PageProps<"/rule-sets/[ruleSetCode]">) {
  await desk();
  const { ruleSetCode } = await params;
  const code = decodeURIComponent(ruleSetCode);
  await need(ruleSetVersions(trpc, code));
  return (
    <Hydrate>
      <RuleSetScreen code={code} />
    </Hydrate>
  );
}
