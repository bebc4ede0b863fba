import { newId, setPasswordLink } from "@vehicle-contracts/database";
import type { Database } from "@vehicle-contracts/database/unit-of-work";
import { newSecretToken } from "@vehicle-contracts/services";
import { instantAt } from "../clock.ts";
import { insertEnterprise } from "../create-enterprise.ts";
import { type Identity, openIdentity } from "../open-identity.ts";
import { createUserWithPassword, type NewUser } from "../users.ts";

export const adminUrl = "http://localhost:3000";
export const secret = "for tests only: at least thirty-two characters";
export const password = "correct horse battery staple";

/** An enterprise without stores or users. */
export async function anEnterprise(database: Database, name = "Nordwind Motors"): Promise<string> {
  const enterpriseId = newId();
  await database.write(enterpriseId, (tx) => insertEnterprise(tx, name));
  return enterpriseId;
}

/** An advisor of all stores with the password above, unless said otherwise. */
export async function aUser(database: Database, enterpriseId: string, facts: Partial<NewUser> = {}) {
  const email = facts.email ?? `${newId()}@example.com`;
  const { userId } = await createUserWithPassword(database, {
    enterpriseId,
    email,
    name: "Ann Advisor",
    role: "advisor",
    allStores: true,
    storeIds: [],
    password,
    ...facts,
  });
  return { userId, email };
}

export const anIdentity = (
  database: Database,
  options: Partial<Parameters<typeof openIdentity>[0]> = {},
): Identity => openIdentity({ database, secret, adminUrl, ...options });

/** A request to sign in as a script sends it, from the address. */
export const signInRequest = (
  credentials: { email: string; password: string },
  headers: Record<string, string> = {},
  base = adminUrl,
): Request =>
  new Request(`${base}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-peer-address": "192.0.2.1", ...headers },
    body: JSON.stringify(credentials),
  });

/** The cookies that a response sets, as the next request sends them. */
export const cookiesOf = (response: Response): Headers =>
  new Headers({
    cookie: response.headers
      .getSetCookie()
      .map((cookie) => cookie.split(";")[0])
      .join("; "),
  });

/** Signs in, with what is shown besides; answers status, code of a refusal, and the cookies. */
export async function trySignIn(
  identity: Identity,
  credentials: { email: string; password: string; code?: string; recoveryCode?: string },
  headers: Record<string, string> = {},
) {
  const response = await identity.handler(signInRequest(credentials, headers));
  const body = (await response.json()) as { code?: string; retryAfterSeconds?: number };
  return {
    status: response.status,
    code: body.code,
    wait: body.retryAfterSeconds,
    cookie: cookiesOf(response).get("cookie") ?? "",
  };
}

/** Another address each time it is asked. */
export function addresses(): () => Record<string, string> {
  let n = 0;
  return () => {
    n += 1;
    return { "x-peer-address": `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}` };
  };
}

/** A link to set the password, as an administrator's is kept; answers its token. */
export async function aLinkFor(database: Database, userId: string, hoursLeft = 48): Promise<string> {
  const { token, hash } = newSecretToken();
  await database.signIn.insert(setPasswordLink).values({
    id: newId(),
    tokenHash: hash,
    userId,
    endsAt: instantAt(Date.now() + hoursLeft * 3_600_000),
    createdBy: userId,
    createdAt: instantAt(Date.now()),
  });
  return token;
}
