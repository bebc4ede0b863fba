import { newId } from "@vehicle-contracts/database";
import type { Database } from "@vehicle-contracts/database/unit-of-work";
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
