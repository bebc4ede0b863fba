"use client";

import { useEffect, useSyncExternalStore } from "react";
import type { Loadable, Loaded } from "./loadable.ts";

const notYet: Loaded<never> = { value: null, hasFailed: false };

/**
 * What is loaded apart from the page, or null until it is there. Once `isNeeded` it is asked for over the network, which is
 * outside of React, without waiting for the browser to be idle.
 */
export function useLoaded<Value>(part: Loadable<Value>, isNeeded = false): Value | null {
  useEffect(() => {
    // where that fails it is asked for again by what cannot do without
    if (isNeeded) part.ask().catch(() => undefined);
  }, [part, isNeeded]);
  return useSyncExternalStore<Loaded<Value>>(part.subscribe, part.now, () => notYet).value;
}
