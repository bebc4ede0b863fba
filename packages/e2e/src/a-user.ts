import { randomUUID } from "node:crypto";
import { type APIRequestContext, type Browser, expect, type Page, request } from "@playwright/test";
import type { Invitation, InviteUser, Session } from "@vehicle-contracts/contract-model";
import type { Call } from "./a-contract.ts";
import { awake } from "./awake.ts";

type Cookies = Awaited<ReturnType<APIRequestContext["storageState"]>>["cookies"];

export const password = "a fern beside the road";

/** An address that nobody has. */
export const anAddress = (): string => `${randomUUID()}@example.com`;

/** The id of a store of the group by its name. The session's type is that of its procedure's schema. */
export async function storeNamed(call: Call, name: string): Promise<string> {
  const { stores } = (await call("session.me", {})) as Session;
  const store = stores.find((candidate) => candidate.name === name);
  if (!store) throw new Error(`The demo group has no store ${name}.`);
  return store.storeId;
}

/** An invitation whose link went by no mail. */
type HandedOver = Invitation & { path: string };

/** Somebody invited for a test alone, by an administrator: an advisor in Leeds unless `given` says otherwise. */
export async function anInvitation(call: Call, given: Partial<InviteUser> = {}): Promise<HandedOver> {
  const invited: InviteUser = {
    name: "Wilma Quill",
    email: anAddress(),
    role: "advisor",
    storeIds: given.allStores ? [] : [await storeNamed(call, "Leeds")],
    ...given,
  };
  const { path, ...invitation } = (await call("users.invite", invited)) as Invitation;
  if (path === null) throw new Error(`The link went to ${invited.email} by mail.`);
  return { ...invitation, path };
}

type SignedIn = Invitation["user"] & { cookies: Cookies };

/** The same, with a password, and signed in. */
export async function aUser(
  call: Call,
  adminUrl: string,
  given: Partial<InviteUser> = {},
): Promise<SignedIn> {
  const { user, path } = await anInvitation(call, given);
  const door = await request.newContext({ baseURL: adminUrl, extraHTTPHeaders: { origin: adminUrl } });
  const set = await door.post("/api/set-password", {
    data: { token: path.split("/").at(-1), password },
  });
  expect(set.status(), "the password is set").toBe(200);
  const signedIn = await door.post("/api/auth/sign-in/email", { data: { email: user.email, password } });
  expect(signedIn.status(), "the sign-in").toBe(200);
  const { cookies } = await door.storageState();
  await door.dispose();
  return { ...user, cookies };
}

/** A browser of its own for somebody else, closed by the test's end. */
export async function elsewhere(browser: Browser, baseURL: string, cookies: Cookies = []): Promise<Page> {
  const context = await browser.newContext({ baseURL, locale: "en-GB" });
  await context.addCookies(cookies);
  return awake(await context.newPage());
}
