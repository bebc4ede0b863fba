"use client";

import { useEffect } from "react";

/** The window's key presses, while the component is there. */
export function useKeyListener(handle: (event: KeyboardEvent) => void): void {
  useEffect(() => {
    window.addEventListener("keydown", handle);
    return () => window.removeEventListener("keydown", handle);
  }, [handle]);
}
