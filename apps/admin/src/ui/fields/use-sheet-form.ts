"use client";

import { useEffect, useRef } from "react";

/**
 * Tells the list whether something is typed in the form beside it, and moves the document's focus to the first field where
 * it begins there.
 */
export function useSheetForm(setTyped: (isTyped: boolean) => void, isTyped: boolean, focusFirst: boolean) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (focusFirst) form.current?.querySelector<HTMLElement>("input")?.focus();
  }, [focusFirst]);
  useEffect(() => {
    setTyped(isTyped);
    return () => setTyped(false);
  }, [setTyped, isTyped]);
  return form;
}
