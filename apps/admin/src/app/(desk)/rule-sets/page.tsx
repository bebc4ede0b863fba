import { RuleSetsScreen } from "../../../features/rule-sets/list-screen.tsx";
import { ruleSetList } from "../../../features/rule-sets/queries.ts";
import { desk } from "../../../features/session/desk.ts";
import { Hydrate, need, trpc } from "../../../trpc/server.tsx";

export default async function RuleSetsPage() {
  await desk();
  await need(ruleSetList(trpc));
  return (
    <Hydrate>
      <RuleSetsScreen />
    </Hydrate>
  );
}
