import { LinkGoneScreen, SetPasswordScreen } from "../../../../features/session/set-password-screen.tsx";
import { server } from "../../../../server.ts";

type SetPasswordPageProps = { params: Promise<{ token: string }> };

export default async function SetPasswordPage({ params }: SetPasswordPageProps) {
  const { token } = await params;
  const facts = await server().identity.inspectLink(token);
  return facts ? (
    <SetPasswordScreen token={token} name={facts.name} email={facts.email} />
  ) : (
    <LinkGoneScreen />
  );
}
