"use client";

import { type RefObject, useLayoutEffect } from "react";

/**
 * Keeps the document's focus in the dialog around `part` when its content is replaced, which is when `content` changes: a
 * control that is gone would leave the focus on the page behind, and the next key would be lost.
 */
export function useFocusKept(part: RefObject<HTMLElement | null>, content: unknown): void {
  useLayoutEffect(() => {
    const dialog = part.current?.closest<HTMLElement>('[role="dialog"]');
    if (dialog && document.activeElement === document.body) dialog.focus();
  }, [part, content]);
}
