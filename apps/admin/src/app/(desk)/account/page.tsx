import { headers } from "next/headers";
import { AccountScreen } from "../../../features/account/account-screen.tsx";
import { desk } from "../../../features/session/desk.ts";
import { server } from "../../../server.ts";
import { failPage } from "../../../trpc/server.tsx";

export default async function AccountPage() {
  await desk();
  const account = await server()
    .identity.accountOf(new Headers(await headers()))
    .catch(failPage);
  const facts = (await account?.facts().catch(failPage)) ?? null;
  return <AccountScreen facts={facts} />;
}
