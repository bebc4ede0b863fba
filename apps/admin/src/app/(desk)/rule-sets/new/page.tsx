import { NewRuleSetScreen } from "../../../../features/rule-sets/new-screen.tsx";
import { desk } from "../../../../features/session/desk.ts";

export default async function NewRuleSetPage() {
  await desk();
  return <NewRuleSetScreen />;
}
