import { createHash } from "node:crypto";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

export type AttemptAllowance = {
  /** Attempts on one subject (an account, a client) from one address in a window. */
  readonly perSubject: number;
  /** Attempts from one address in a window, whatever the subject. */
  readonly perAddress: number;
  readonly windowSeconds: number;
};

export type AttemptLimits = {
  /** Counts an attempt. Answers null when it may go on, else the whole seconds until the next may. */
  take(subject: string, address: string): Promise<number | null>;
  /** The attempt was a good one: it no longer counts, nor do the failures on this subject from this address. */
  succeeded(subject: string, address: string): Promise<void>;
  /** The attempt could not be looked at: it does not count. */
  giveBack(subject: string, address: string): Promise<void>;
};

/**
 * Limits attempts by subject *and* address together, and by address alone; never by subject alone, else a stranger
 * could lock somebody out of another address. The counts live in this process and end with it.
 */
export function openAttemptLimits({
  perSubject,
  perAddress,
  windowSeconds,
}: AttemptAllowance): AttemptLimits {
  const ofSubject = new RateLimiterMemory({
    keyPrefix: "subject",
    points: perSubject,
    duration: windowSeconds,
  });
  const ofAddress = new RateLimiterMemory({
    keyPrefix: "address",
    points: perAddress,
    duration: windowSeconds,
  });
  // Hashed: a stranger chooses the subject, and so the length of what is remembered.
  const together = (subject: string, address: string) =>
    createHash("sha256").update(`${address}\n${subject.trim().toLowerCase()}`).digest("base64url");

  return {
    async take(subject, address) {
      return (
        (await secondsToWait(ofAddress, address)) ??
        (await secondsToWait(ofSubject, together(subject, address)))
      );
    },
    async succeeded(subject, address) {
      await ofAddress.reward(address);
      await ofSubject.delete(together(subject, address));
    },
    async giveBack(subject, address) {
      await ofAddress.reward(address);
      await ofSubject.reward(together(subject, address));
    },
  };
}

async function secondsToWait(limiter: RateLimiterMemory, key: string): Promise<number | null> {
  try {
    await limiter.consume(key);
    return null;
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
  }
}
