/** Holds requests whose session has ended until somebody has signed in again, or has given up. */
export function createSessionGate() {
  let waiting: { promise: Promise<boolean>; resolve: (signedIn: boolean) => void } | null = null;
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  return {
    /** True once somebody has signed in again. All that wait share one answer. */
    wait(): Promise<boolean> {
      if (!waiting) {
        waiting = Promise.withResolvers<boolean>();
        tell();
      }
      return waiting.promise;
    },
    resume(signedIn: boolean): void {
      waiting?.resolve(signedIn);
      waiting = null;
      tell();
    },
    isWaiting: () => waiting !== null,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export type SessionGate = ReturnType<typeof createSessionGate>;
