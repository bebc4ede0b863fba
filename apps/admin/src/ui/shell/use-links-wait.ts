"use client";

import { useEffect } from "react";

function keepHere(event: MouseEvent): void {
  if (navigator.onLine) return;
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!(link instanceof HTMLAnchorElement) || link.origin !== window.location.origin) return;
  const isOnThisPage =
    link.pathname === window.location.pathname && link.search === window.location.search && link.hash !== "";
  if (isOnThisPage) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}

/**
 * Links lead nowhere while the browser has no connection: they would end on its own page of failure, away from what is
 * typed. Listens to the window's clicks, before the forms, which would ask whether to leave.
 */
export function useLinksWait(): void {
  useEffect(() => {
    window.addEventListener("click", keepHere, { capture: true });
    return () => window.removeEventListener("click", keepHere, { capture: true });
  }, []);
}
