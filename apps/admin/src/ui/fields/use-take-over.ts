"use client";

import {
  type RefCallback,
  type RefObject,
  useCallback,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
} from "react";

/** How somebody left an input when another took its place. */
export type Left = {
  hadFocus: boolean;
  /** What was typed, where the input could not make anything of it. */
  text: string | null;
  selection: [number, number];
  isOpened: boolean;
};

/**
 * Notes how an input is left: before it is taken out of the document, and the focus with it. Answers the input's ref. The focus
 * is the document's.
 */
export function useLeaving(
  left: RefObject<Left | null>,
  done: { text: string | null; isOpened: RefObject<boolean> },
): RefObject<HTMLInputElement | null> {
  const input = useRef<HTMLInputElement>(null);
  const leave = useEffectEvent((box: HTMLInputElement) => {
    left.current = {
      hadFocus: document.activeElement === box,
      text: done.text,
      selection: [box.selectionStart ?? 0, box.selectionEnd ?? 0],
      isOpened: done.isOpened.current,
    };
  });
  useLayoutEffect(() => {
    const box = input.current;
    return () => {
      if (box) leave(box);
    };
  }, []);
  return input;
}

/** Tells of somebody who has come to the input before the browser had taken the page over. The focus is the document's. */
export function useCame(input: RefObject<HTMLElement | null>, isAsked: boolean, tell: () => void): void {
  const come = useEffectEvent(tell);
  useEffect(() => {
    if (isAsked && document.activeElement === input.current) come();
  }, [isAsked, input]);
}

/** Goes on in an input where another was left, which is the document's; answers the ref for it, around the `inner` one. */
export function useGoOn(
  left: RefObject<Left | null>,
  inner: RefCallback<HTMLInputElement>,
): RefCallback<HTMLInputElement> {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (input.current && left.current?.hadFocus) goOn(input.current, left.current);
    left.current = null;
  }, [left]);
  // the same one each time: a list is placed by it
  return useCallback(
    (element) => {
      input.current = element;
      inner(element);
    },
    [inner],
  );
}

function goOn(input: HTMLInputElement, { text, selection, isOpened }: Left): void {
  input.focus({ preventScroll: true });
  // once React is through with what it shows now: it answers what is typed only then
  queueMicrotask(() => {
    if (text !== null) {
      // as if it were typed here: the field seeks by it
      input.setRangeText(text, 0, input.value.length, "end");
      input.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertText" }));
    } else if (isOpened) input.click();
    input.setSelectionRange(...selection);
  });
}
