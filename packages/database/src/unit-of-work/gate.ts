import { DatabaseClosed, Overloaded } from "./errors.ts";

export type Gate = {
  /**
   * Waits for a place. Rejects with Overloaded when the queue is full, with DatabaseClosed once it is shut, with the
   * signal's reason when that comes first.
   */
  enter(signal: AbortSignal): Promise<void>;
  /** Gives a place back; whoever waits longest gets it. */
  leave(): void;
  /** Places taken. */
  readonly taken: number;
  /** From now on nobody enters any more; resolves once the last of those inside and waiting has left. */
  shut(): Promise<void>;
};

/** At most `places` inside at once, at most `queueLength` waiting, first come first served. */
export function openGate(places: number, queueLength: number): Gate {
  const queue = new Set<() => void>();
  let taken = 0;
  let shut = false;
  let empty = () => {};

  return {
    async enter(signal) {
      signal.throwIfAborted();
      if (shut) throw new DatabaseClosed();
      if (taken < places) {
        taken += 1;
        return;
      }
      if (queue.size >= queueLength) throw new Overloaded();
      await new Promise<void>((resolve, reject) => {
        const giveUp = () => {
          queue.delete(go);
          reject(signal.reason);
        };
        const go = () => {
          signal.removeEventListener("abort", giveUp);
          resolve();
        };
        queue.add(go);
        signal.addEventListener("abort", giveUp, { once: true });
      });
    },
    leave() {
      const [next] = queue;
      if (next) {
        queue.delete(next);
        next();
        return;
      }
      taken -= 1;
      if (taken === 0) empty();
    },
    get taken() {
      return taken;
    },
    async shut() {
      shut = true;
      if (taken > 0)
        await new Promise<void>((resolve) => {
          empty = resolve;
        });
    },
  };
}
