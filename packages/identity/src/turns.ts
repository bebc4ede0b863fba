import { ServiceError } from "@vehicle-contracts/services";

export type Turns = {
  /** Does the work when there is a place. Throws OVERLOADED at once where too many wait already. */
  take<T>(work: () => Promise<T>): Promise<T>;
  /** How many wait. */
  waiting(): number;
};

/** So many at once, the rest in a queue of so many: each wait is short, all of them together would not be. */
export function openTurns({ atOnce, longestQueue }: { atOnce: number; longestQueue: number }): Turns {
  let working = 0;
  const queue: (() => void)[] = [];
  return {
    waiting: () => queue.length,
    async take(work) {
      if (queue.length >= longestQueue)
        throw new ServiceError({
          code: "OVERLOADED",
          message: "Too many sign in just now. Try again in a moment.",
          retryAfterSeconds: 5,
        });
      if (working >= atOnce) await new Promise<void>((resolve) => queue.push(resolve));
      else working += 1;
      try {
        return await work();
      } finally {
        // The place is handed on, not given back, where somebody waits for it.
        const next = queue.shift();
        if (next) next();
        else working -= 1;
      }
    },
  };
}
