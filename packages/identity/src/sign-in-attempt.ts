import { AsyncLocalStorage } from "node:async_hooks";
import type { Taken } from "./attempt-counts.ts";
import type { Proof } from "./second-factor.ts";

/** One attempt to sign in, on its way through the sign-in library, which knows e-mail and password alone. */
export type SignInAttempt = {
  readonly account: string;
  readonly address: string;
  readonly headers: Headers;
  readonly proof: Proof | null;
  /** What it was counted under; null before that. */
  taken: Taken | null;
  /** Whose it was, once a session is made. */
  userId: string | null;
  /** The password was right so far, and the second factor is asked for. */
  isAsked: boolean;
  /** The stored hash of the right password, where its cost is of before. */
  outdatedHash: string | null;
};

const attempts = new AsyncLocalStorage<SignInAttempt>();

/** The attempt that the work belongs to; undefined outside of one. */
export const currentAttempt = (): SignInAttempt | undefined => attempts.getStore();

export const duringAttempt = <T>(attempt: SignInAttempt, work: () => Promise<T>): Promise<T> =>
  attempts.run(attempt, work);
