import { LinkGoneScreen, SetPasswordScreen } from "../../../../features/session/set-password-screen.tsx";
import { server } from "../../../../server.ts";
import { requestContext } from "../../../../trpc/request-context.ts";
import { failPage } from "../../../../trpc/server.tsx";

type SetPasswordPageProps = { params: Promise<{ token: string }> };

export default async function SetPasswordPage({ params }: SetPasswordPageProps) {
  const { token } = await params;
  const [facts, { actor }] = await Promise.all([
    server().identity.inspectLink(token),
    requestContext(),
  ]).catch(failPage);
  if (!facts) return <LinkGoneScreen />;
  return (
    <SetPasswordScreen
      token={token}
      name={facts.name}
      email={facts.email}
      isReset={facts.purpose === "reset"}
      signedInAs={actor?.name ?? null}
    />
  );
}
