"use client";

import { type MouseEvent, useEffect, useEffectEvent } from "react";

/** Which row of which list led away; a link that leads on forgets it, the way back does not. */
const key = "vc-row-left";
let isListening = false;

function listenToLinks(): void {
  if (isListening) return;
  isListening = true;
  window.addEventListener(
    "click",
    ({ target }) => {
      if (target instanceof Element && target.closest("a[href]")) window.sessionStorage.removeItem(key);
    },
    // before the row's own, which remembers
    { capture: true },
  );
}

/**
 * The way back from the page that a row led to: the list has the focus on that row again, and in sight. `label` names the
 * list, `focusRow` puts the focus on a row of it, if it is there. The window's clicks and storage are outside of React.
 */
export function useWayBack(label: string, focusRow: (id: string) => void) {
  const comeBack = useEffectEvent(() => {
    const [list, id] = (window.sessionStorage.getItem(key) ?? "").split("\n");
    const isFree = document.activeElement === null || document.activeElement === document.body;
    if (list === label && id !== undefined && isFree) focusRow(id);
  });
  useEffect(() => {
    listenToLinks();
    comeBack();
  }, []);
  return {
    /** For the rows' clicks, those of Enter too: remembers which one leads away. */
    leave(event: MouseEvent<HTMLElement>) {
      const row = event.target instanceof Element ? event.target.closest("tr") : null;
      const id = row?.querySelector<HTMLElement>("[data-row-target]")?.dataset.rowTarget;
      if (id !== undefined) window.sessionStorage.setItem(key, `${label}\n${id}`);
    },
  };
}
