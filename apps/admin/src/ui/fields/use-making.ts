"use client";

import { useRef, useState } from "react";
import type { LaterCheck } from "./later-check.ts";

/**
 * Makes what a form is for: once, however often one presses, also while the form's check is on its way. After it is made the
 * form makes nothing more. `pending`: as what it is being made; null while it is not.
 */
export function useMaking<What>(check: LaterCheck<unknown>) {
  const isUnderWay = useRef(false);
  const [pending, setPending] = useState<What | null>(null);
  /** `attempt` answers what may be sent, or null; `send` whether it is made. */
  async function make<Good>(
    what: What,
    attempt: () => Promise<Good | null>,
    send: (good: Good) => Promise<boolean>,
  ): Promise<void> {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    // the check is on its way
    if (check.now().value === null) setPending(what);
    let isMade = false;
    try {
      const good = await attempt();
      if (good !== null) {
        setPending(what);
        isMade = await send(good);
      }
    } finally {
      if (!isMade) {
        isUnderWay.current = false;
        setPending(null);
      }
    }
  }
  return { pending, make };
}
