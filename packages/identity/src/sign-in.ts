import { account } from "@vehicle-contracts/database";
import type { SignInDatabase } from "@vehicle-contracts/database/unit-of-work";
import { and, eq } from "drizzle-orm";
import { type Clock, dateAt } from "./clock.ts";
import { remember } from "./known-places.ts";
import { hashPassword } from "./passwords.ts";
import { addressOfHeaders } from "./peer-address.ts";
import type { ProgramSecret } from "./program-secret.ts";
import type { Proof } from "./second-factor.ts";
import { duringAttempt, type SignInAttempt } from "./sign-in-attempt.ts";
import type { SignInLibrary } from "./sign-in-library.ts";
import type { SignInLimits } from "./sign-in-limits.ts";

type Doors = {
  library: SignInLibrary;
  signIn: SignInDatabase;
  clock: Clock;
  secret: ProgramSecret;
  isSecure: boolean;
  limits: SignInLimits;
};
type Sent = { url: string; headers: Headers; sent: unknown };

/**
 * One attempt to sign in: counted before it is looked at, and forgiven when it was a good one or failed by us. The answer
 * to a good one carries the cookies of the session and of the browser. Of what was sent, the sign-in library gets e-mail,
 * password and whether to remember; the rest is ours.
 */
export async function signInThrough(doors: Doors, { url, headers, sent }: Sent): Promise<Response> {
  const { library, limits } = doors;
  const password = textIn(sent, "password");
  const attempt: SignInAttempt = {
    account: textIn(sent, "email") ?? "",
    address: addressOfHeaders(headers),
    headers,
    proof: proofIn(sent),
    taken: null,
    userId: null,
    isAsked: false,
    outdatedHash: null,
  };
  const own = new Headers(headers);
  own.delete("content-length");
  const body = { email: attempt.account, password, rememberMe: fieldOf(sent, "rememberMe") !== false };
  const request = new Request(url, { method: "POST", headers: own, body: JSON.stringify(body) });
  const response = await duringAttempt(attempt, () => library.handler(request)).catch(
    async (error: unknown) => {
      // Nobody is to wait because the database was away; where it still is, nothing was counted that lasts.
      if (attempt.taken) await limits.giveBack(attempt.taken).catch(() => {});
      throw error;
    },
  );
  const { taken, userId, outdatedHash } = attempt;
  if (!response.ok || userId === null || taken === null) {
    // The password was right; that alone neither counts nor forgives.
    if (attempt.isAsked && taken) await limits.giveBack(taken);
    return response;
  }
  await limits.succeeded(taken);
  if (outdatedHash !== null && password !== null) await hashAnew(doors, userId, outdatedHash, password);
  response.headers.append("set-cookie", await remember(doors, { ...attempt, userId }));
  return response;
}

/** The password is known just now: the one moment in which its hash can be brought to the present cost. */
async function hashAnew(
  { signIn, clock }: Pick<Doors, "signIn" | "clock">,
  userId: string,
  outdated: string,
  password: string,
): Promise<void> {
  const hash = await hashPassword(password);
  await signIn
    .update(account)
    .set({ password: hash, updatedAt: dateAt(clock()) })
    .where(and(eq(account.userId, userId), eq(account.password, outdated)));
}

/** Longer than any code that somebody types. */
const longestCode = 64;

function proofIn(sent: unknown): Proof | null {
  const code = textIn(sent, "code");
  if (code) return { code: code.slice(0, longestCode) };
  const recoveryCode = textIn(sent, "recoveryCode");
  return recoveryCode ? { recoveryCode: recoveryCode.slice(0, longestCode) } : null;
}

const fieldOf = (sent: unknown, name: string): unknown =>
  typeof sent === "object" && sent !== null && Object.hasOwn(sent, name)
    ? Reflect.get(sent, name)
    : undefined;

function textIn(sent: unknown, name: string): string | null {
  const value = fieldOf(sent, name);
  return typeof value === "string" ? value : null;
}
