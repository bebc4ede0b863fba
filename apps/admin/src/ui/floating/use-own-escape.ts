"use client";

import { type RefObject, useEffect, useRef } from "react";
import { useShortcut } from "../shortcuts/use-shortcut.ts";

/**
 * Escape closes a panel of the page, unless it is meant for what is open above it: a list of options, a menu, a question.
 * Looks at the window's keys before anybody acts on them, since what Escape closes is gone afterwards.
 */
export function useOwnEscape(panel: RefObject<HTMLElement | null>, label: string, onClose: () => void): void {
  const isOwn = useRef(false);
  useEffect(() => {
    const look = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : null;
      const above = target?.closest('[role="dialog"], [role="menu"], [role="listbox"]');
      // Mantine marks so what takes Escape for itself
      const isTaken = target?.closest("[data-mantine-stop-propagation]");
      isOwn.current = !isTaken && (!above || above === panel.current);
    };
    window.addEventListener("keydown", look, { capture: true });
    return () => window.removeEventListener("keydown", look, { capture: true });
  }, [panel]);
  useShortcut("Escape", label, () => {
    if (isOwn.current) onClose();
  });
}
