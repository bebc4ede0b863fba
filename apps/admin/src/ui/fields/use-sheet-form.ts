"use client";

import { useEffect, useRef } from "react";

/**
 * Tells the list whether something is typed in the form beside it, and moves the document's focus to the first field where
 * it begins there.
 */
export function useSheetForm(setTyped: (isTyped: boolean) => void, isTyped: boolean, focusFirst: boolean) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const first = focusFirst ? form.current?.querySelector<HTMLElement>("input") : null;
    // where the sheet covers the list, its focus trap begins with what is marked so
    first?.setAttribute("data-autofocus", "");
    first?.focus();
  }, [focusFirst]);
  useEffect(() => {
    setTyped(isTyped);
    return () => setTyped(false);
  }, [setTyped, isTyped]);
  return form;
}
