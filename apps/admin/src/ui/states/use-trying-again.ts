"use client";

import { useEffect, useEffectEvent, useState } from "react";

/**
 * Tries again by itself after so many seconds (null: not at all), and answers how many are left. Nothing is counted while
 * nobody looks at the tab or the browser has no connection. The browser's clock and window are outside of React.
 */
export function useTryingAgain(seconds: number | null, retry: () => void): number | null {
  const [left, setLeft] = useState(seconds);
  const tick = useEffectEvent(() => {
    if (left === null || document.hidden || !navigator.onLine) return;
    if (left > 1) setLeft(left - 1);
    else retry();
  });
  useEffect(() => {
    if (seconds === null) return undefined;
    const clock = setInterval(tick, 1_000);
    return () => clearInterval(clock);
  }, [seconds]);
  return left;
}
