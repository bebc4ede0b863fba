"use client";

import { type MouseEvent, useEffect, useEffectEvent } from "react";

/** Whether the page that is shown was come back to; any key or click after that is about something else. */
let cameBack = false;
let isListening = false;

function listenToHistory(): void {
  if (isListening) return;
  isListening = true;
  window.addEventListener("popstate", () => {
    cameBack = true;
  });
  for (const type of ["click", "keydown"])
    window.addEventListener(
      type,
      () => {
        cameBack = false;
      },
      { capture: true },
    );
}

/**
 * The way back from the page that a row led to: the list has the focus on that row again, and in sight. `label` names the
 * list, `focusRow` puts the focus on a row of it. The window's history and storage are outside of React.
 */
export function useWayBack(label: string, focusRow: (id: string) => void) {
  const key = `vc-row:${label}`;
  const comeBack = useEffectEvent(() => {
    const id = window.sessionStorage.getItem(key);
    const isFree = document.activeElement === null || document.activeElement === document.body;
    if (cameBack && isFree && id !== null) focusRow(id);
    cameBack = false;
  });
  useEffect(() => {
    listenToHistory();
    comeBack();
  }, []);
  return {
    /** For the rows' clicks, those of Enter too: remembers which one leads away. */
    leave(event: MouseEvent<HTMLElement>) {
      const row = event.target instanceof Element ? event.target.closest("tr") : null;
      const id = row?.querySelector<HTMLElement>("[data-row-target]")?.dataset.rowTarget;
      if (id !== undefined) window.sessionStorage.setItem(key, id);
    },
  };
}
