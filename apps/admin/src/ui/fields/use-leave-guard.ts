"use client";

import { useEffect, useState } from "react";

/** Marks a link out of a form that comes back to it. */
export const comesBack = { "data-comes-back": true } as const;

/**
 * Stops links out of the page while `isOn`, so that somebody can be asked first; the browser asks when the window is closed
 * or loaded again. `wanted` is the address that was to be opened. A link marked with `comesBack` goes on at once: what is
 * typed is a draft until one is back. Listens to the window's clicks, before anybody else.
 */
export function useLeaveGuard(isOn: boolean): { wanted: string | null; stay: () => void } {
  const [wanted, setWanted] = useState<string | null>(null);
  useEffect(() => {
    if (!isOn) return undefined;
    const onClick = (event: MouseEvent) => {
      const isPlain =
        event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
      const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
      if (!isPlain || !(link instanceof HTMLAnchorElement) || link.target === "_blank") return;
      if (link.dataset.comesBack !== undefined) return;
      if (link.origin !== window.location.origin || link.pathname === window.location.pathname) return;
      event.preventDefault();
      event.stopPropagation();
      setWanted(link.pathname + link.search + link.hash);
    };
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("click", onClick, { capture: true });
    window.addEventListener("beforeunload", onUnload);
    return () => {
      window.removeEventListener("click", onClick, { capture: true });
      window.removeEventListener("beforeunload", onUnload);
    };
  }, [isOn]);
  return { wanted, stay: () => setWanted(null) };
}
