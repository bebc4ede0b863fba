"use client";

import { parseAsString, useQueryState } from "nuqs";
import { useMemo, useSyncExternalStore } from "react";
import { type Trail, trailOf, withStep } from "./page-trail.ts";

const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export type CursorPages = {
  /** The cursor of this page, out of the address; null on the first. */
  after: string | null;
  isFirst: boolean;
  /** Rows before this page; null when one came here by an address and it is not known. */
  before: number | null;
  next: (cursor: string, shown: number) => void;
  previous: () => void;
  reset: () => void;
};

/**
 * Pages of a list whose server only knows the way forward. The cursor stands in the address, so that the back button
 * and a colleague's link work; the way back is kept on this device. `scope` names the list, its filter, search and sort.
 */
export function useCursorPages(scope: string): CursorPages {
  const [after, setAfter] = useQueryState(
    "after",
    parseAsString.withOptions({ history: "push", scroll: true }),
  );
  const key = `vc-pages:${scope}`;
  const kept = useSyncExternalStore(
    subscribe,
    () => window.sessionStorage.getItem(key),
    () => null,
  );
  return useMemo(() => {
    const trail: Trail = trailOf(kept);
    const step = after === null ? { previous: null, before: 0 } : (trail[after] ?? null);
    return {
      after,
      isFirst: after === null,
      before: step?.before ?? null,
      next: (cursor, shown) => {
        const noted = withStep(trail, cursor, { previous: after, before: (step?.before ?? 0) + shown });
        window.sessionStorage.setItem(key, JSON.stringify(noted));
        for (const listener of listeners) listener();
        void setAfter(cursor);
      },
      previous: () => void setAfter(step?.previous ?? null),
      reset: () => void setAfter(null, { history: "replace" }),
    };
  }, [after, kept, key, setAfter]);
}
