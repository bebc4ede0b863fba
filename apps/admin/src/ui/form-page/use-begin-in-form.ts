"use client";

import { useEffect, useRef } from "react";

/** What can be typed or chosen; an input with a list is always read-only to the browser. */
const fields =
  'input:not([type="checkbox"], [type="radio"], [type="hidden"], :disabled, [data-fixed], :read-only:not([aria-haspopup="listbox"])), textarea:not(:disabled, :read-only), [data-begin]:not(:disabled)';

/** Where somebody is at work already: in a field, or in what is open above the page. */
const atWork = 'input, textarea, select, [contenteditable="true"], [role="dialog"], [role="menu"]';

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLButtonElement;

/**
 * A form begins in the first empty field in sight, else in the first that can be changed, as soon as `isReady`. Not where
 * the address names the place to begin, where the page comes back to where it was scrolled, or where somebody types. The
 * document's focus is outside of React.
 */
export function useBeginInForm(isReady: boolean) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (!isReady) return undefined;
    // a frame later a kept draft is back in the fields, and the browser where it was
    const frame = requestAnimationFrame(() => {
      const all = [...(form.current?.querySelectorAll<Field>(fields) ?? [])];
      const [first] = all;
      if (!first || window.location.hash !== "" || document.activeElement?.closest(atWork)) return;
      if (isScrolled(first)) return;
      const empty = all.find((field) => isEmpty(field) && isInSight(field));
      (empty ?? first).focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [isReady]);
  return form;
}

/** A choice that marks itself as where to begin has nothing chosen. */
const isEmpty = (field: Field) => field.matches("[data-begin]") || field.value === "";

const isInSight = (field: Element) => field.getBoundingClientRect().bottom < window.innerHeight;

function isScrolled(field: Element): boolean {
  for (let part = field.parentElement; part; part = part.parentElement) if (part.scrollTop > 0) return true;
  return false;
}
