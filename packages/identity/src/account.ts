import { account } from "@vehicle-contracts/database";
import type { SignInDatabase } from "@vehicle-contracts/database/unit-of-work";
import { notFound, ServiceError } from "@vehicle-contracts/services";
import { and, eq } from "drizzle-orm";
import { type Clock, instantAt } from "./clock.ts";
import { recognise } from "./known-places.ts";
import { isPasswordOf } from "./passwords.ts";
import { addressOfHeaders } from "./peer-address.ts";
import type { ProgramSecret } from "./program-secret.ts";
import {
  beginSecondFactor,
  confirmSecondFactor,
  endSecondFactor,
  fieldFault,
  renewRecoveryCodes,
  type SecondFactorSetUp,
  secondFactorOf,
} from "./second-factor.ts";
import { endOtherSessions, endSession, type SessionFacts, sessionsOf } from "./sessions.ts";
import type { SignInLimits } from "./sign-in-limits.ts";

export type AccountFacts = {
  /** When this was so. */
  readAt: string;
  email: string;
  /** Since when codes are asked for, and how many recovery codes are left; null without a second factor. */
  secondFactor: { since: string; recoveryCodesLeft: number } | null;
  sessions: readonly SessionFacts[];
};

/** What somebody signed in may see and do about their own sign-in. A wrong password is INVALID, and counts as a failed sign-in. */
export type Account = {
  facts(): Promise<AccountFacts>;
  /** Throws NOT_FOUND for another's. */
  endSession(sessionId: string): Promise<void>;
  /** Answers how many there were. */
  endOtherSessions(): Promise<number>;
  /** Throws INVALID (password), FORBIDDEN (one is in use). */
  beginSecondFactor(password: string): Promise<SecondFactorSetUp>;
  /** Ends all other sessions, which the password alone had opened. Answers the recovery codes, this once. Throws INVALID (code). */
  confirmSecondFactor(code: string): Promise<readonly string[]>;
  /** The former codes are void. Throws INVALID (password), FORBIDDEN. */
  renewRecoveryCodes(password: string): Promise<readonly string[]>;
  /** Ends all other sessions too. Throws INVALID (password). */
  endSecondFactor(password: string): Promise<void>;
};

type Doors = {
  signIn: SignInDatabase;
  clock: Clock;
  secret: ProgramSecret;
  isSecure: boolean;
  limits: SignInLimits;
};
type Owner = { userId: string; email: string; sessionId: string; headers: Headers };

export function accountOf(doors: Doors, { userId, email, sessionId, headers }: Owner): Account {
  const { signIn } = doors;
  const endOthers = (tx: Pick<SignInDatabase, "delete">) => endOtherSessions(tx, userId, sessionId);
  const requirePassword = (password: string) => checkPassword(doors, { userId, email, headers }, password);
  return {
    async facts() {
      const [secondFactor, sessions] = await Promise.all([
        secondFactorOf(signIn, userId),
        sessionsOf(doors, userId, sessionId),
      ]);
      return { readAt: instantAt(doors.clock()), email, secondFactor, sessions };
    },
    async endSession(id) {
      if (!(await endSession(signIn, userId, id))) throw notFound("session", "sessionId");
    },
    endOtherSessions: () => endOthers(signIn),
    async beginSecondFactor(password) {
      await requirePassword(password);
      return beginSecondFactor(doors, { id: userId, email });
    },
    confirmSecondFactor: (code) => confirmSecondFactor(doors, userId, code, endOthers),
    async renewRecoveryCodes(password) {
      await requirePassword(password);
      return renewRecoveryCodes(doors, userId);
    },
    async endSecondFactor(password) {
      await requirePassword(password);
      await endSecondFactor(doors, userId, endOthers);
    },
  };
}

/** A session that was left open is no way to guess the password. */
async function checkPassword(
  doors: Doors,
  { userId, email, headers }: Omit<Owner, "sessionId">,
  password: string,
): Promise<void> {
  const address = addressOfHeaders(headers);
  const places = await recognise(doors, { account: email, address, headers });
  const counted = await doors.limits.take({ account: email, address, ...places });
  if ("waitSeconds" in counted) {
    const { waitSeconds } = counted;
    throw new ServiceError({
      code: "LIMIT_EXCEEDED",
      message: `Too many wrong passwords. Try again in ${waitSeconds} seconds.`,
      retryAfterSeconds: waitSeconds,
    });
  }
  const [row] = await doors.signIn
    .select({ hash: account.password })
    .from(account)
    .where(and(eq(account.userId, userId), eq(account.providerId, "credential")));
  if (!row?.hash || !(await isPasswordOf(row.hash, password)))
    throw fieldFault("password", "This is not your password.");
  await doors.limits.succeeded(counted.taken);
}
