"use client";

import { useEffect } from "react";

/** The window's key presses, while the component is there; `handleFirst` has them before what has the focus. */
export function useKeyListener(
  handle: (event: KeyboardEvent) => void,
  handleFirst: (event: KeyboardEvent) => void,
): void {
  useEffect(() => {
    window.addEventListener("keydown", handleFirst, { capture: true });
    window.addEventListener("keydown", handle);
    return () => {
      window.removeEventListener("keydown", handleFirst, { capture: true });
      window.removeEventListener("keydown", handle);
    };
  }, [handle, handleFirst]);
}
