"use client";

import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** False in what the server sends until the browser has taken it over: what is typed before then would be lost. */
export const useIsHydrated = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
