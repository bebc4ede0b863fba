import { redirect } from "next/navigation";
import { SignInScreen } from "../../../features/session/sign-in-screen.tsx";
import { ownPath } from "../../../routes.ts";
import { requestContext } from "../../../trpc/request-context.ts";
import { failPage } from "../../../trpc/server.tsx";

type SignInPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { back, set } = await searchParams;
  const path = ownPath(typeof back === "string" ? back : null);
  const { actor } = await requestContext().catch(failPage);
  if (actor) redirect(path);
  return (
    <SignInScreen back={path} notice={set === "1" ? "Your password is set. Sign in with it." : undefined} />
  );
}
