import { type APIRequestContext, expect, request } from "@playwright/test";

export type Cookies = Awaited<ReturnType<APIRequestContext["storageState"]>>["cookies"];

/** Signs the user in by the app's own door; answers the session's cookies. */
export async function signIn(
  adminUrl: string,
  { email, password }: { email: string; password: string },
): Promise<Cookies> {
  const door = await request.newContext();
  const answer = await door.post(`${adminUrl}/api/auth/sign-in/email`, {
    headers: { origin: adminUrl },
    data: { email, password, rememberMe: true },
  });
  expect(answer.status(), `sign-in of ${email}`).toBe(200);
  const { cookies } = await door.storageState();
  await door.dispose();
  return cookies;
}
