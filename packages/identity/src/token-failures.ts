import { createHash } from "node:crypto";
import { RateLimiterMemory } from "rate-limiter-flexible";

export type AttemptAllowance = {
  /** Attempts on one subject (a client) from one address in a window. */
  readonly perSubject: number;
  /** Attempts from one address in a window, whatever the subject. */
  readonly perAddress: number;
  readonly windowSeconds: number;
};

export type TokenFailures = {
  /** Whole seconds until the client may try again at the address; null: now. */
  wait(clientId: string, address: string): Promise<number | null>;
  /** The secret was wrong. */
  count(clientId: string, address: string): Promise<void>;
  /** The secret was right: the failures with this client at this address are forgiven. */
  forgive(clientId: string, address: string): Promise<void>;
};

/**
 * Limits wrong secrets by client *and* address together, and by address alone. Counted once they are known to be wrong:
 * a service of which many instances ask at once, or while the database is away, has done nothing wrong. Guesses that
 * run beside each other pass by that, which a secret of 256 random bits need not fear. Lives and ends with the process.
 */
export function openTokenFailures({
  perSubject,
  perAddress,
  windowSeconds,
}: AttemptAllowance): TokenFailures {
  const window = { duration: windowSeconds };
  const ofClient = new RateLimiterMemory({ ...window, keyPrefix: "client", points: perSubject });
  const ofAddress = new RateLimiterMemory({ ...window, keyPrefix: "address", points: perAddress });
  // Hashed: a stranger chooses the client's id, and so the length of what is remembered.
  const together = (clientId: string, address: string) =>
    createHash("sha256").update(`${address}\n${clientId}`).digest("base64url");

  return {
    async wait(clientId, address) {
      const waits = await Promise.all([
        secondsToWait(ofAddress, address),
        secondsToWait(ofClient, together(clientId, address)),
      ]);
      return waits.find((seconds) => seconds !== null) ?? null;
    },
    async count(clientId, address) {
      await ofAddress.penalty(address);
      await ofClient.penalty(together(clientId, address));
    },
    async forgive(clientId, address) {
      await ofClient.delete(together(clientId, address));
    },
  };
}

async function secondsToWait(limiter: RateLimiterMemory, key: string): Promise<number | null> {
  const failures = await limiter.get(key);
  if (failures === null || failures.consumedPoints < limiter.points) return null;
  return Math.max(1, Math.ceil(failures.msBeforeNext / 1000));
}
