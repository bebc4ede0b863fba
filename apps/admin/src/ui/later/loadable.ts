/** What is loaded apart from the page: on its way, there, or not to be had just now. */
export type Loaded<Value> = { value: Value | null; hasFailed: boolean };

/** What the server has of it, and a browser that takes the page over. */
export const notYet: Loaded<never> = { value: null, hasFailed: false };

export type Loadable<Value> = {
  /** Asks for it, unless it is there or on its way. After a failure it is asked for again. */
  ask: () => Promise<Value>;
  now: () => Loaded<Value>;
  /** What came of the latest asking; asks where nobody has. The same promise until somebody asks anew. */
  settled: () => Promise<Loaded<Value>>;
  subscribe: (listener: () => void) => () => void;
};

/** A part that is loaded when it is first asked for, once. */
export function loadable<Value>(load: () => Promise<Value>): Loadable<Value> {
  const listeners = new Set<() => void>();
  let loaded: Loaded<Value> = { value: null, hasFailed: false };
  let underWay: Promise<Value> | null = null;
  let settled: Promise<Loaded<Value>> | null = null;
  const become = (next: Loaded<Value>) => {
    loaded = next;
    for (const listener of listeners) listener();
  };
  const begin = async () => {
    try {
      const value = await load();
      become({ value, hasFailed: false });
      return value;
    } catch (error) {
      underWay = null;
      become({ value: null, hasFailed: true });
      throw error;
    }
  };
  const now = () => loaded;
  const ask = () => {
    if (underWay === null) {
      underWay = begin();
      settled = underWay.then(now, now);
    }
    return underWay;
  };
  return {
    ask,
    now,
    settled: () => settled ?? ask().then(now, now),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
